import { CODES } from '../domain/errorCodes';
import { KINDS, type KindInfo } from '../domain/errorKinds';
import { spoken } from '../domain/tools/time';
import { code, table } from './markdown';

const FAMILIES: Readonly<Record<string, string>> = {
  RK1: 'Inputs',
  RK2: 'Config',
  RK3: 'Identity and permissions',
  RK4: 'Store',
  RK5: 'Vendor',
  RK6: 'Workloads',
  RK7: 'Journal and claims',
  RK8: 'Policy',
  RK9: 'Network, and bugs of Rekey',
};

const kinds = (): string =>
  table(
    ['kind', 'what it means', 'what Rekey does', 'for how long it tries', 'the next run continues by itself'],
    Object.entries<KindInfo>(KINDS).map(([name, { means, then, patience, resumes }]) => [
      code(name),
      means,
      then,
      patience === undefined ? '–' : spoken(patience),
      resumes ? 'yes' : '–',
    ]),
  );

/** docs/errors.md: every code with what to do. */
export function errorIndex(): string {
  const families = Object.entries(FAMILIES).map(([prefix, title]) => {
    const rows = Object.entries(CODES)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, entry]) => [
        `<a id="${name.toLowerCase()}"></a>${code(name)}`,
        entry.title,
        entry.next,
        entry.kind,
      ]);
    return `## ${title}\n\n${table(['code', 'what it means', 'what to do', 'kind'], rows)}\n`;
  });
  return `<!-- Made by "npm run generate" from src/domain/codes. Do not edit. -->\n\n# Errors\n\nThe kind of an error decides what Rekey does about it.\n\n${kinds()}\n\n${families.join('\n')}`;
}
