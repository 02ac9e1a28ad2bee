import { parse } from 'yaml';
import { code, table } from './markdown';

/** The outputs, as action.yml has them. */
export function outputsTable(action: string): string {
  const { outputs } = parse(action) as {
    readonly outputs?: Readonly<Record<string, { readonly description?: string }>>;
  };
  const rows = Object.entries(outputs ?? {}).map(([name, output]) => [code(name), output.description ?? '']);
  return table(['output', 'meaning'], rows);
}
