import { RekeyError } from '../domain/errors';

const OLDEST = 20;

/** The error to show when this Node is too old. @param version such as `v18.19.1`, from process.version */
export function nodeTooOld(version: string): RekeyError | undefined {
  const major = Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
  if (major >= OLDEST) return undefined;
  return new RekeyError('RK1007', `Rekey needs Node ${OLDEST} or newer, and this is ${version}.`);
}
