import { RekeyError } from '../../src/domain/errors';

/** The code of the error that this work ends with; anything that is not ours fails the test. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof RekeyError) return error.code;
    throw error;
  }
  return 'no error';
}
