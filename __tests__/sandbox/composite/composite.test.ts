import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Composite, type Job } from '../../../src/sandbox/composite/composite';

const SETTLE = `
    - id: settle
      if: always()
      shell: bash
      run: echo "settled after \${REKEY_BEFORE-nothing}"
`;

function action(main: string, more = SETTLE): Job {
  const folder = mkdtempSync(join(tmpdir(), 'composite-'));
  for (const name of ['work', 'temp']) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, 'action.yml'),
    `name: test
inputs:
  who-is-it: { default: nobody }
  token: { default: "\${{ github.token }}" }
outputs:
  said: { value: "\${{ steps.main.outputs.said }}" }
runs:
  using: composite
  steps:
    - id: main
      shell: bash
      env:
        WHO: \${{ toJSON(inputs.who-is-it) }}
        JOB: \${{ job.check_run_id }}
      run: ${main}
${more}`,
  );
  return {
    action: folder,
    workspace: join(folder, 'work'),
    temp: join(folder, 'temp'),
    artifacts: join(folder, 'artifacts'),
    inputs: {},
    github: { token: 'ghs_secret' },
    checkRun: '42',
    environment: { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` },
    show: () => {},
  };
}
const waiting = (script: string): string => `exec node -e ${JSON.stringify(script)}`;
const until = async (test: () => boolean): Promise<void> => {
  while (!test()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('a composite action', () => {
  it('gets its inputs by environment and hands outputs and masks on', async () => {
    const job = action(
      `'echo "said=$WHO $JOB" >>"$GITHUB_OUTPUT"; echo ::add-mask::hush; echo "hush, ghs_secret"'`,
    );
    const result = await new Composite({ ...job, inputs: { 'who-is-it': 'me' } }).run();
    expect(result.outputs).toEqual({ said: '"me" 42' });
    expect(result.log).toEqual(['***, ***', 'settled after nothing']);
    expect(result.raw.join()).toContain('hush');
    expect(result.ok).toBe(true);
  });

  it('passes what a step exports to the steps after it', async () => {
    const result = await new Composite(action(`'echo "REKEY_BEFORE=main" >>"$GITHUB_ENV"'`)).run();
    expect(result.log).toEqual(['settled after main']);
  });

  it('stops a script at its first failing command and still runs what says always()', async () => {
    const result = await new Composite(action(`'false; echo never'`)).run();
    expect(result.ok).toBe(false);
    expect(result.log).toEqual(['settled after nothing']);
    expect(result.steps.map((step) => step.outcome)).toEqual(['failure', 'success']);
  });

  it('keeps the outputs of a step that was killed', async () => {
    const job = action(
      waiting(
        "require('fs').writeFileSync(process.env.GITHUB_OUTPUT,'said=x\\n');console.log('up');setInterval(()=>{},9)",
      ),
    );
    const lines: string[] = [];
    const composite = new Composite({ ...job, show: (line) => lines.push(line) });
    const running = composite.run();
    await until(() => lines.includes('up'));
    composite.process?.kill();
    const result = await running;
    expect(result.steps[0]).toMatchObject({ outcome: 'failure', signal: 'SIGKILL' });
    expect(result.outputs).toEqual({ said: 'x' });
  });

  it('cancels with SIGINT to the very process, then runs what says always()', async () => {
    const script =
      "process.on('SIGINT',()=>{console.log('bye');process.exit(0)});console.log('up');setInterval(()=>{},9)";
    const lines: string[] = [];
    const composite = new Composite({ ...action(waiting(script)), show: (line) => lines.push(line) });
    const running = composite.run();
    await until(() => lines.includes('up'));
    await composite.cancel();
    expect((await running).ok).toBe(false);
    expect(lines).toEqual(['up', 'bye', 'settled after nothing']);
  });

  it('lets a step go on that says always(), also when the job is cancelled meanwhile', async () => {
    const patient = `
    - id: settle
      if: always()
      shell: bash
      run: exec node -e "console.log('settling');setTimeout(()=>console.log('settled'),200)"
`;
    const lines: string[] = [];
    const composite = new Composite({ ...action('echo', patient), show: (line) => lines.push(line) });
    const running = composite.run();
    await until(() => lines.includes('settling'));
    await composite.cancel();
    expect((await running).ok).toBe(false);
    expect(lines).toEqual(['', 'settling', 'settled']);
  });

  it('copies an artifact and lets only the step fail when its name is taken', async () => {
    const upload = `
    - if: always() && steps.main.outputs.said != ''
      continue-on-error: true
      uses: actions/upload-artifact@${'a'.repeat(40)}
      with: { name: one, path: "\${{ steps.main.outputs.said }}" }
`;
    const job = action(
      `'echo hello >kept.txt; echo "said=$PWD/kept.txt" >>"$GITHUB_OUTPUT"'`,
      upload + upload,
    );
    const result = await new Composite(job).run();
    expect(readFileSync(join(job.artifacts, 'one', 'kept.txt'), 'utf8')).toBe('hello\n');
    expect(result.steps.map((step) => step.outcome)).toEqual(['success', 'success', 'failure']);
    expect(result.ok).toBe(true);
  });

  it.each([
    ['an expression in a script', `echo \${{ inputs.who-is-it }}`, SETTLE],
    ['another shell', 'echo', SETTLE.replace('bash', 'pwsh')],
    ['a word it does not know', 'echo', `${SETTLE}      timeout-minutes: 5\n`],
  ])('refuses %s', async (_what, main, more) => {
    await expect((async () => new Composite(action(main, more)).run())()).rejects.toThrow();
  });
});
