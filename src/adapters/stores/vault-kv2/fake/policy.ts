export type Capability = 'create' | 'read' | 'update' | 'patch' | 'delete' | 'list' | 'deny';

/** Path pattern to what it grants: `+` stands for one segment, `*` at the end for any rest. */
export type FakePolicy = Readonly<Record<string, readonly Capability[]>>;

/**
 * True when one of the policies grants it. Of several patterns that fit, the most specific one decides.
 * https://developer.hashicorp.com/vault/docs/concepts/policies#priority-matching
 */
export function grants(policies: readonly FakePolicy[], path: string, capability: Capability): boolean {
  const fitting = policies
    .flatMap((policy) => Object.entries(policy))
    .filter(([pattern]) => fits(pattern, path))
    .sort(([one], [other]) => compare(other, one));
  const best = fitting[0]?.[0];
  const granted = fitting.filter(([pattern]) => pattern === best).flatMap(([, capabilities]) => capabilities);
  return granted.includes(capability) && !granted.includes('deny');
}

function fits(pattern: string, path: string): boolean {
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, (character) => {
    if (character === '+') return '[^/]+';
    return character === '*' ? '.*' : `\\${character}`;
  });
  return new RegExp(`^${escaped}$`, 's').test(path);
}

/** Positive when `one` is more specific: its first wildcard stands later, it has no `*`, fewer `+`, or it is longer. */
function compare(one: string, other: string): number {
  const wildcard = (pattern: string): number => (/[+*]/.test(pattern) ? pattern.search(/[+*]/) : Infinity);
  const rank = (pattern: string): number[] => [
    wildcard(pattern),
    pattern.endsWith('*') ? 0 : 1,
    -pattern.split('+').length,
    pattern.length,
  ];
  const others = rank(other);
  return (
    rank(one)
      .map((value, index) => Math.sign(value - (others[index] ?? 0)) || 0)
      .find((sign) => sign !== 0) ?? 0
  );
}
