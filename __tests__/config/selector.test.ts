import { describe, expect, it } from '@jest/globals';
import { load } from '../../src/config/load';
import { readSelector, selectKeys } from '../../src/config/selector';
import { GOOD, testCatalog } from './testCatalog';

const two = GOOD.replace(
  'ticket:',
  `  gateway-staging:
    owner: team-billing
    environment: staging
    vendor: gateway
    secret: vault:staging/gateway#api_key
    used_by: [billing-service]
    rotation_frequency: 30d
ticket:`,
);
const config = await load(two, '.github/rekey.yml', { catalog: testCatalog });

function select(text: string): readonly string[] | undefined {
  const selector = readSelector(text, (rule) => {
    throw new Error(rule);
  });
  const found = selectKeys(config, { keys: [], select: selector });
  return found && [...found];
}

describe('selecting keys', () => {
  it('by nothing means all, which is the tick', () => {
    expect(selectKeys(config, { keys: [], select: {} })).toBeUndefined();
  });

  it('by name takes only names that there are', () => {
    expect(selectKeys(config, { keys: ['gateway-prod'], select: {} })).toEqual(new Set(['gateway-prod']));
    expect(() => selectKeys(config, { keys: ['gateway-prd', 'gateway-prod'], select: {} })).toThrow(
      '"gateway-prd" is not a key. Did you mean "gateway-prod"?',
    );
  });

  it.each([
    ['owner=team-billing', ['gateway-staging']],
    ['environment=production', ['gateway-prod']],
    ['workload=billing-service', ['gateway-prod', 'gateway-staging']],
    ['vendor=gateway, criticality=medium', ['gateway-staging']],
    ['store=vault\nowner=team-payments', ['gateway-prod']],
  ])('by %j', (text, names) => {
    expect(select(text)).toEqual(names);
  });

  it('that match nothing is an error, so that nobody believes that something was done', () => {
    expect(() => select('owner=team-gone')).toThrow('no key has owner="team-gone".');
    expect(() => select('owner=team-billing,environment=production')).toThrow(
      'no key has all of these properties.',
    );
  });
});
