import { describe, expect, it } from '@jest/globals';
import { evidence } from '../../src/evidence/build';
import { evidenceFile } from '../../src/evidence/file';
import { compare } from '../../src/evidence/verify';
import { sha256 } from '../../src/domain/tools/digest';
import { rotated } from '../support/facts';

const recomputed = evidence(rotated().facts);
const { content, digest } = evidenceFile(recomputed);

describe('the file of evidence', () => {
  it('has a digest that sha256sum would print for it', () => {
    expect(digest).toBe(`sha256:${sha256(content)}`);
    expect(content.endsWith('}\n')).toBe(true);
  });
});

describe('compare', () => {
  it('finds the file that was written the same', () => {
    expect(compare(content, recomputed)).toEqual({ same: true, digest });
  });

  it('does not mind white space and the order of members', () => {
    const other = Object.fromEntries(Object.entries(recomputed).reverse());
    expect(compare(JSON.stringify(other), recomputed)).toEqual({ same: true, digest });
  });

  it('finds a change of any single value', () => {
    const paths: string[] = [];
    const visit = (tree: object, at: readonly string[]): void => {
      for (const [name, member] of Object.entries(tree)) {
        if (typeof member === 'object' && member !== null) visit(member, [...at, name]);
        else paths.push([...at, name].join('/'));
      }
    };
    visit(recomputed, []);
    for (const path of paths) {
      const copy = JSON.parse(content) as Record<string, unknown>;
      const names = path.split('/');
      const last = names.pop() ?? '';
      const holder = names.reduce<Record<string, unknown>>(
        (tree, name) => tree[name] as Record<string, unknown>,
        copy,
      );
      holder[last] = typeof holder[last] === 'number' ? -1 : 'forged';
      expect(compare(JSON.stringify(copy), recomputed)).toMatchObject({ same: false, path: `/${path}` });
    }
    expect(paths.length).toBeGreaterThan(80);
  });

  it('shows both sides of the first difference', () => {
    const forged = content.replace('"verdict": "passed"', '"verdict": "failed"');
    expect(compare(forged, recomputed)).toEqual({
      same: false,
      path: '/gates/0/verdict',
      given: '"failed"',
      recomputed: '"passed"',
    });
  });

  it('finds what was added and what was left out', () => {
    const { death: _death, ...less } = recomputed;
    expect(compare(JSON.stringify(less), recomputed)).toMatchObject({ path: '/death', given: 'nothing' });
    const more = { ...recomputed, gates: [...recomputed.gates, {}] };
    expect(compare(JSON.stringify(more), recomputed)).toMatchObject({
      path: `/gates/${recomputed.gates.length}`,
      recomputed: 'nothing',
    });
    expect(compare('[]', recomputed)).toMatchObject({ same: false, path: '' });
    expect(compare(content.replace('{', '{"__proto__":{},'), recomputed)).toMatchObject({
      path: '/__proto__',
    });
  });

  it('shows foreign text cut and harmless', () => {
    const forged = { ...recomputed, key: `::error::\u001b[31m\`${'x'.repeat(500)}`, 'a/b~c': 1 };
    const shown = compare(JSON.stringify(forged), { ...recomputed });
    expect(shown).toMatchObject({ path: '/a~1b~0c' });
    const other = compare(JSON.stringify({ ...recomputed, key: forged.key }), recomputed);
    expect(Object.values(other).join(' ')).not.toMatch(/::|\u001b|`|x{200}/);
  });

  it('refuses what is not JSON and what another version wrote', () => {
    expect(() => compare('{', recomputed)).toThrow(expect.objectContaining({ code: 'RK7009' }));
    for (const other of [1, 3])
      expect(() => compare(`{"v": ${other}}`, recomputed)).toThrow(
        expect.objectContaining({
          code: 'RK7004',
          next: expect.stringContaining('names those that worked on'),
        }),
      );
  });
});
