import type { CreateRequest, Vendor } from '../../../domain/contracts/vendor';
import type { Parts } from '../../../domain/credential';
import type { AdapterPorts } from '../../../domain/descriptor';
import { RekeyError } from '../../../domain/errors';
import { Admin } from './admin';
import type { HttpResponse, Permit } from '../../../domain/ports';
import { isSuccess } from '../../../kits/adapter/answer';
import { isOneOf, isWebPage } from './answer';
import { Asking } from './asking';
import type { Call } from './calls';
import { capabilitiesOf } from './capabilities';
import { listAll } from './listing';
import { make } from './making';
import type { HttpVendorSettings } from './description';
import { vendorError } from './api';

export function originsOf(settings: HttpVendorSettings): readonly string[] {
  return [...new Set([...keyOrigins(settings), settings.login?.origin ?? settings.origin])];
}

/** Where keys go that applications use: never to the login, which takes the admin key only. */
function keyOrigins({ origin, key_origin: use = origin }: HttpVendorSettings): readonly string[] {
  return [...new Set([origin, use])];
}

/** A vendor as its description says. */
export function openVendor(settings: HttpVendorSettings, ports: AdapterPorts): Vendor {
  const admin = new Admin(settings, ports);
  const asking = new Asking(settings, ports);
  const origins = keyOrigins(settings);
  const what = (doing: string): string => `${new URL(settings.origin).host}, ${doing}`;

  const known = <T>(call: Promise<T>): Promise<T> => admin.key.refusedBy(call);
  const list: Vendor['list'] = () => known(listAll(admin, settings, what('list keys')));
  const set = async (call: Call | undefined, id: string, doing: string, permit?: Permit): Promise<void> => {
    const answer = await admin.write(described(call, doing), { id }, what(`${doing} ${id}`), permit);
    refuseWebPage(answer, what(`${doing} ${id}`));
    if (!isSuccess(answer)) throw vendorError(answer, what(`${doing} ${id}`), true, 'RK5004');
  };

  return {
    capabilities: capabilitiesOf(settings),
    origins,
    adminId: () => adminId(settings, admin),
    list,
    identify: (parts: Parts) => asking.identify(parts, list, what('ask who the key is')),
    create: async (wanted: CreateRequest, permit?: Permit) =>
      known(
        make(
          admin,
          described(settings.create, 'create'),
          wanted,
          { now: ports.clock.now(), origins, idPart: settings.id_part, permit, times: settings.times },
          what(`create ${wanted.label}`),
        ),
      ),
    verify: (parts: Parts) => asking.verify(parts, what('verify')),
    revoke: (id: string, permit?: Permit) => known(revoke(settings, admin, id, what(`revoke ${id}`), permit)),
    ...(settings.disable && {
      disable: (id: string, permit?: Permit) => known(set(settings.disable, id, 'disable', permit)),
    }),
    ...(settings.enable && { enable: (id: string) => known(set(settings.enable, id, 'enable')) }),
  };
}

async function revoke(
  settings: HttpVendorSettings,
  admin: Admin,
  id: string,
  what: string,
  permit?: Permit,
): Promise<'revoked' | 'was gone'> {
  const call = described(settings.revoke, 'revoke');
  const answer = await admin.write(call, { id }, what, permit);
  refuseWebPage(answer, what);
  if (isSuccess(answer)) return 'revoked';
  if (isOneOf(answer.status, call.gone)) return 'was gone';
  throw vendorError(answer, what, true, 'RK5004');
}

/** A page of a proxy is no word of the vendor, whatever its status: nobody knows what was done. */
function refuseWebPage(answer: HttpResponse, what: string): void {
  if (isWebPage(answer))
    throw new RekeyError('RK5007', `${what}: a web page answered, with status ${answer.status}.`);
}

/** The admin key's own id, where it is one of the listed keys: it must never be revoked with itself. */
async function adminId(settings: HttpVendorSettings, admin: Admin): Promise<string | undefined> {
  const inside = settings.id_in_value;
  if (settings.admin_id !== undefined || !inside) return settings.admin_id;
  const parts = await admin.key.parts();
  return parts[inside.part]?.publicId(inside.after, inside.before);
}

function described<Described>(call: Described | undefined, doing: string): Described {
  if (call) return call;
  throw new RekeyError('RK2005', `The vendor has no call to ${doing}: a person does it.`);
}
