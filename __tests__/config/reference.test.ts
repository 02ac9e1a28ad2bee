import { describe, expect, it } from '@jest/globals';
import { parseReference } from '../../src/config/reference';

describe('a reference', () => {
  it.each([
    ['vault:prod/gateway#api_key', { store: 'vault', path: 'prod/gateway', field: 'api_key' }],
    ['prod/gateway#api_key', { store: 'vault', path: 'prod/gateway', field: 'api_key' }],
    ['vault:prod/aws#', { store: 'vault', path: 'prod/aws', field: '' }],
    ['other:a:b#c', { store: 'other', path: 'a:b', field: 'c' }],
  ])('%s is taken apart', (text, parts) => {
    expect(parseReference(text, ['vault'])).toEqual(parts);
  });

  it.each([
    'vault:prod/gateway',
    'vault:#api_key',
    'vault:prod//gateway#key',
    'vault:/prod#key',
    'vault:prod/../admin#key',
    'vault:prod/.#key',
    'vault:prod gateway#key',
    'vault:prod#a b',
    '',
    '#',
  ])('%j is none', (text) => {
    expect(parseReference(text, ['vault'])).toBeUndefined();
  });

  it('must name its store when there are several', () => {
    expect(parseReference('prod/gateway#api_key', ['one', 'two'])).toBeUndefined();
  });
});
