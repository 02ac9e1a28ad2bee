import { gateway } from '../../src/adapters/vendors/http/fake/wire';
import type { Company, CompanyOptions } from '../support/company';
import { initialised } from '../support/companyTales';
import { leaksIn, plantedIn } from './leaks';
import { placesOf } from './places';

export const HOOK = { path: 'T00/canary-hook-address-7f3a91', secret: 'canary-hook-signing-secret-5b2e' };
const HOOKS = 'https://hooks.example.com';

const notify = `notify:
  - { use: webhook, url: "vault:admin/hooks#url", origin: "${HOOKS}", secret: "vault:admin/hooks#secret" }
`;

/** A company whose every value can be recognised, in which hooks are told of everything. */
export async function stronghold(options: CompanyOptions = {}): Promise<Company> {
  const company = await initialised({
    ...options,
    config: (text) => `${options.config?.(text) ?? text}${notify}`,
    vendor: {
      adminKeys: ['canary-admin/key+"\\%&<é>7d41c0'],
      wire: {
        ...gateway,
        // Characters that each encoding writes in its own way.
        newValue: (id, chance) => `gw.${id}.canary-${chance(24)}/+"\\%&<é>`,
      },
      ...options.vendor,
    },
  });
  company.vault.kv.put('admin/hooks', { url: `${HOOKS}/${HOOK.path}`, secret: HOOK.secret });
  for (const { path } of company.keys) {
    const canaries = { db_password: 'canary-neighbour-4b81f0', other: 'canary-other-field-c27e' };
    company.vault.kv.put(path, { ...company.vault.kv.served(path), ...canaries });
  }
  const { policies } = company.vault.kv.options;
  const rekey = {
    ...policies['rekey'],
    'secret/data/admin/hooks': ['read'],
    'secret/metadata/admin/hooks': ['read'],
  } as const;
  company.vault.kv.options = { ...company.vault.kv.options, policies: { ...policies, rekey } };
  company.servers[HOOKS] = () => ({ status: 204, body: '' });
  return company;
}

/** Where values stand that should not, and how many places were searched. */
export function searched(company: Company): { readonly leaks: readonly string[]; readonly places: number } {
  const places = placesOf(company);
  return { leaks: leaksIn(places, plantedIn(company, HOOK)), places: places.length };
}
