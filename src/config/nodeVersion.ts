import { RekeyError } from '../domain/errors';

const OLDEST: readonly [number, number] = [20, 19];

/** The error to show when this Node is too old. @param version such as `v18.19.1`, from process.version */
export function nodeTooOld(version: string): RekeyError | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined;
  return new RekeyError('RK1007', `Rekey needs Node 20.19 or newer, and this is ${version}.`);
}
