import { findingLine, type Finding, type OneOf } from './finding';

/** From so many on they are told together, when they differ in their own words only. */
const MANY = 4;
const NAMED = 3;

/** The lines to print: those that say the same of many keys or workloads are one, with a count and the first names. */
export function linesOf(findings: readonly Finding[]): readonly string[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = groupOf(finding);
    groups.set(id, [...(groups.get(id) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const isOne = group.every(({ says }) => says === first?.says);
    if (!first?.of || group.length < (isOne ? 2 : MANY)) return group.map(findingLine);
    return [findingLine(joined(first, first.of, group))];
  });
}

function joined({ ok, says }: Finding, { kind, what }: OneOf, group: readonly Finding[]): Finding {
  const names = group.slice(0, NAMED).map(({ of }) => of?.name);
  const more = group.length - names.length;
  const cut = more > 0 ? ` and ${more} more` : '';
  const isOne = group.every((one) => one.says === says);
  const told = isOne ? says : alike(group[0]);
  return { about: `${group.length} ${kind} (${names.join(', ')}${cut}), ${what}`, ok, says: told };
}

/** A finding that is one of a kind is its own group. */
function groupOf(finding: Finding): string {
  const { about, ok, of } = finding;
  return JSON.stringify(of ? [of.kind, of.what, ok, alike(finding)] : [about, ok, finding.says]);
}

function alike(finding: Finding | undefined): string {
  if (!finding?.of) return finding?.says ?? '';
  const { alike: said = finding.says, own } = finding.of;
  return own.reduce((text, word) => text.replaceAll(word, '…'), said);
}
