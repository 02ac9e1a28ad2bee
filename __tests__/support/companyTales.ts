import { MINUTE } from '../../src/domain/tools/time';
import { Company, type CompanyOptions, type Ran } from './company';

/** A company whose journal is made. */
export async function initialised(options: CompanyOptions = {}): Promise<Company> {
  const company = new Company(options);
  const doctor = await company.run(['doctor', '--init']);
  if (!doctor.log.includes('✓ journal, made')) throw new Error(`the journal was not made: ${doctor.log}`);
  return company;
}

/** A company whose keys Rekey knows. */
export async function adopted(options: CompanyOptions = {}): Promise<Company> {
  const company = await initialised(options);
  const first = await company.run(['rotate']);
  if (first.code !== 0) throw new Error(`the keys were not adopted: ${first.log}`);
  return company;
}

export const NOW = ['rotate', '--keys', 'gateway-prod', '--now'];

/** The key is rotated up to the grace period. */
export async function switched(options: CompanyOptions = {}): Promise<Company> {
  const company = await adopted(options);
  const ran = await company.run(NOW);
  if (ran.outputs['status'] !== 'waiting') throw new Error(`the key was not switched: ${ran.log}`);
  return company;
}

/** After the grace period the next tick. */
export async function later(company: Company): Promise<Ran> {
  await company.clock.advance(20 * MINUTE);
  return company.run(['rotate']);
}

/** A change of rekey.yml: no service is said to use the keys any more. */
export const nobodyUsesIt = (text: string): string => text.replaceAll(/used_by: .*/g, 'used_by: []');
