import type { VendorCapabilities } from '../../../domain/contracts/vendor';
import type { PartKinds } from '../../../domain/descriptor';
import { millisOf } from '../../../kits/adapter/settings';
import { textsIn } from './checkDescription';
import type { HttpVendorSettings } from './description';

/** What a description promises; nothing is promised that no call stands behind. */
export function capabilitiesOf(settings: HttpVendorSettings): VendorCapabilities {
  const { limits, list } = settings;
  return {
    mode: limits.mode,
    ...(limits.max_live !== undefined && { maxLive: limits.max_live }),
    labels: list.label !== undefined && sendsLabel(settings),
    dedicated: limits.dedicated,
    disable: settings.disable !== undefined,
    lastUsed: list.last_used !== undefined,
    identify: [settings.whoami, settings.id_in_value, settings.id_part].some((way) => way !== undefined),
    ...(settings.id_in_value !== undefined && { idInValue: true }),
    ...(settings.id_part !== undefined && { idPart: settings.id_part }),
    created: list.created !== undefined,
    propagation: millisOf(limits.propagation),
    listLag: millisOf(limits.list_lag),
    revocationLag: millisOf(limits.revocation_lag),
    lastUsedLag: millisOf(limits.last_used_lag),
    nullMeansNever: limits.null_means_never,
    byPerson: settings.by_person,
  };
}

/** What `create` answers; a part that is listed as the id is public. */
export function partKinds({ create, id_part: id }: HttpVendorSettings): PartKinds | undefined {
  if (!create) return undefined;
  const names = typeof create.value === 'string' ? ['value'] : Object.keys(create.value);
  return Object.fromEntries(names.map((name) => [name, name === id ? 'public' : 'secret']));
}

function sendsLabel({ create }: HttpVendorSettings): boolean {
  if (!create) return false;
  const sent = [create.request, ...Object.values(create.form ?? {}), ...textsIn(create.body ?? {})];
  return sent.some((text) => text.includes('{label}'));
}
