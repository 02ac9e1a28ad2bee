import { describe, expect, it } from '@jest/globals';
import { notReference, parseReference } from '../../src/config/reference';

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

  it('is a path alone in a store whose secrets are one text, and there only', () => {
    const stores = ['ssm', 'vault'];
    expect(parseReference('ssm:prod/key', stores, ['ssm'])).toEqual({
      store: 'ssm',
      path: 'prod/key',
      field: '',
      whole: true,
    });
    expect(parseReference('ssm:prod/key#field', stores, ['ssm'])).toBeUndefined();
    expect(parseReference('vault:prod/key', stores, ['ssm'])).toBeUndefined();
    expect(notReference('ssm:prod/key#field', 'vault:a#b', ['ssm'])).toContain('leave out the "#"');
  });

  it('must name its store when there are several', () => {
    expect(parseReference('prod/gateway#api_key', ['one', 'two'])).toBeUndefined();
  });
});

describe('what is no reference', () => {
  it.each([
    ['vault:prod/gate way#key', 'it holds white space'],
    ['vault:prod/gateway#api key', 'it holds white space'],
    ['vault:prod/gateway/#key', 'the path ends in "/"'],
    ['vault:/prod/gateway#key', 'the path begins with "/"'],
    ['vault:prod//gateway#key', 'has an empty part'],
    ['vault:prod/gateway', 'the "#" with the field is missing'],
  ])('%s: says why, and not what was written', (text, why) => {
    const said = notReference(text, 'vault:prod/x#y');
    expect(said).toContain(why);
    expect(said).not.toContain(text);
  });
});
