import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { adapter } from '../../../../src/adapters/vendors/http/index';

const readme = readFileSync('src/adapters/vendors/http/README.md', 'utf8');
const blocks = [...readme.matchAll(/```yaml\n([^]*?)```/g)].map(
  ([, text = '']) => parseYaml(text) as { vendors: Record<string, Record<string, unknown>> },
);
const described = blocks.flatMap(({ vendors }) => Object.entries(vendors));

describe('the README', () => {
  it('describes several vendors', () => {
    expect(described.map(([name]) => name)).toEqual(['gateway', 'idp', 'cloudflare', 'datadog', 'twilio']);
  });

  it.each(described)('describes %s as the schema wants it', (_name, { use, ...settings }) => {
    expect(use).toBe('http');
    const parsed = adapter.settings.safeParse(settings);
    expect(parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)).toEqual([]);
  });
});
