import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const common = {
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  'continue-on-error': z.boolean().default(false),
};
/** What a runner starts for `shell:` of a step; only what was looked up is played. */
export const SHELLS = {
  bash: ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail'],
  'bash --noprofile --norc -p -eo pipefail {0}': ['bash', '--noprofile', '--norc', '-p', '-eo', 'pipefail'],
} as const;
export type Shell = keyof typeof SHELLS;

const runStep = z.strictObject({
  ...common,
  run: z.string(),
  shell: z.enum(Object.keys(SHELLS) as [Shell, ...Shell[]]),
  env: z.record(z.string(), z.string()).default({}),
});
const usesStep = z.strictObject({
  ...common,
  uses: z.string(),
  with: z.record(z.string(), z.string()).default({}),
});
const manifest = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string().default('') })),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(z.union([runStep, usesStep])),
  }),
});

export type RunStep = z.infer<typeof runStep>;
export type UsesStep = z.infer<typeof usesStep>;
export type Manifest = z.infer<typeof manifest>;

/** `action.yml` of the action in this folder; a word in it that is not known here is an error. */
export function readManifest(action: string): Manifest {
  return manifest.parse(parse(readFileSync(join(action, 'action.yml'), 'utf8')));
}

/** What the caller said, over the defaults, which may be expressions. An input that is not declared is an error here. */
export function fillInputs(
  declared: Manifest['inputs'],
  given: Readonly<Record<string, string>>,
  evaluateDefault: (text: string) => string,
): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => [name, given[name] ?? evaluateDefault(input.default)]),
  );
}
