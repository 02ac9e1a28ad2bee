import { RekeyError } from '../../src/domain/errors';
import { load } from '../../src/config/load';
import { testCatalog } from './testCatalog';

/** The problems of a text, one line each as people see them, without the next step. Empty: the text is fine. */
export async function problemsOf(text: string): Promise<readonly string[]> {
  try {
    await load(text, '.github/rekey.yml', { catalog: testCatalog });
    return [];
  } catch (thrown) {
    if (!(thrown instanceof RekeyError)) throw thrown;
    const all = thrown.all.length === 0 ? [thrown] : thrown.all;
    return all.map((problem) => problem.line.replace(/ Next: .*$/, ''));
  }
}
