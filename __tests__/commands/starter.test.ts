import { rmSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { catalog } from '../../src/catalog.generated';
import { load } from '../../src/config/load';
import { initialised } from '../support/companyTales';
import { laptopFolder, onLaptop } from '../support/laptop';
import { readmeConfig } from '../support/readmeLaptop';

describe('doctor without a config', () => {
  it('prints on a laptop the config of README and how to try it, and neither workflow nor role', async () => {
    const folder = laptopFolder();
    const { code, out } = await onLaptop(folder, ['doctor']);
    rmSync(folder, { recursive: true });
    expect(code).toBe(2);
    expect(out).toMatch(/RK2007 \.github\/rekey\.yml .* Next: Paste the config above, .* doctor --init\./);
    expect(out).toContain(readmeConfig());
    expect(out).toMatch(/^bao server -dev .*vault server -dev/m);
    expect(out).not.toMatch(/runs-on|OWNER\/rekey@COMMIT|auth\/jwt|To fill in/);
    expect(out).toContain('docs/examples of Rekey has rekey.yml, rekey-workflow.yml and vault-role.sh');
    const [, config = ''] = /^--- \.github\/rekey\.yml -+\n([^]*?)\n--- /m.exec(out) ?? [];
    expect((await load(config, 'rekey.yml', { catalog })).warnings).toEqual([]);
  });

  it('prints in a workflow the config, the workflow and the role', async () => {
    const company = await initialised();
    const { log } = await company.run(['doctor', '--config', 'elsewhere.yml']);
    expect(log).toMatch(/runs-on[^]*vault write auth\/jwt\/role[^]*To fill in/);
    expect(log).not.toContain('server -dev');
  });
});
