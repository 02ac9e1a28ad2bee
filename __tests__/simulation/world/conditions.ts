import type { Setting } from './setting';

/** What makes a world hard from the start, by name. */
export function conditionsOf(setting: Setting): readonly string[] {
  const { vendor, keys, workloads, clocks, tokenLife, unlisted, journal, wording, machineZone } = setting;
  const paths = new Set(keys.map(({ path }) => path));
  const all: readonly (readonly [string, boolean])[] = [
    ['vendor without labels', vendor.without.includes('labels')],
    ['vendor without disable', vendor.without.includes('disable')],
    ['vendor without last-used', vendor.without.includes('last used')],
    ['vendor without whoami', vendor.without.includes('whoami')],
    ['vendor has room for one more', vendor.room !== undefined],
    ['stale list and last-used', vendor.lags.list > 0],
    ['usable after a delay, accepted after its revocation', vendor.lags.revocation > 0],
    ['list too long to be whole', vendor.pages?.most === 1],
    ['times with an offset', /^[+-]/.test(wording.zone)],
    ['times in seconds', wording.zone === 'seconds'],
    ['times without a zone', wording.zone === ''],
    ['list hides without a word', wording.shows !== undefined],
    ['machines east or west', machineZone !== 'UTC'],
    ['token expires in the middle', tokenLife < 60_000],
    ['clock of the vendor is off', clocks.vendor !== 0],
    ['clock of the store is off', clocks.store !== 0],
    ['clock of the journal is off', clocks.github !== 0 && journal === 'github-branch'],
    ['clocks of runners are off', clocks.runner !== 0 && journal === 'github-branch'],
    ['batch jobs', workloads.some(({ batch }) => batch > 0)],
    ['consumer that nobody listed', unlisted > 0],
    ['two keys in one secret', paths.size < keys.length],
    ['two repositories on one secret', keys.some(({ repository }) => repository !== 'acme/shop')],
    ['first key', keys.some(({ first }) => first)],
    ['journal on a branch', journal === 'github-branch'],
    ['nobody else in the secret', setting.noNeighbours],
    ['another release before', setting.releases],
  ];
  return all.flatMap(([name, is]) => (is ? [name] : []));
}
