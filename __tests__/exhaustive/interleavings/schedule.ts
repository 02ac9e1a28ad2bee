import { STARTS, type Start } from '../../support/startingWorlds';
import type { Switch } from '../../support/turns';

/** `false death/12>1,40>0`: before the twelfth call process 1 has its turn, before the fortieth process 0. */
export function nameOf({ name }: Start, switches: readonly Switch[]): string {
  return `${name}/${switches.map(({ at, to }) => `${at}>${to}`).join(',')}`;
}

export function scheduleNamed(text: string): { readonly start: Start; readonly switches: readonly Switch[] } {
  const [name = '', list = ''] = text.split('/');
  const switches = list
    .split(',')
    .filter((one) => one !== '')
    .map((one): Switch => {
      const [, at, to] = /^(\d+)>(\d)$/.exec(one) ?? [];
      if (at === undefined || to === undefined) throw new Error(`${one} is no switch such as 12>1`);
      return { at: Number(at), to: Number(to) };
    });
  return { start: startNamed(name), switches };
}

export function startNamed(name: string): Start {
  const start = STARTS.find((one) => one.name === name);
  if (start) return start;
  throw new Error(`there is no start ${name}, only ${STARTS.map((one) => one.name).join(', ')}`);
}
