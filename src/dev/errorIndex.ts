import { CODES } from '../domain/errorCodes';
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

const KINDS = `The kind alone decides what Rekey does. \`config\`, \`denied\`, \`broken\`: it stops and says so. \`throttled\`,
\`transient\`: a later run tries again. \`unknown\`: it looks before it does anything else. \`full\`: someone must delete a key to make room.
\`conflict\`: somebody else changed it, and the next run starts from what is there now. \`gone\`: it is not there. \`refused\`: the
credential is not accepted.`;

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
  return `<!-- Made by "npm run generate" from src/domain/codes. Do not edit. -->\n\n# Errors\n\n${KINDS}\n\n${families.join('\n')}`;
}
