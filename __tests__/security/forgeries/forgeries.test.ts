import { describe, expect, it } from '@jest/globals';
import { foldKey, newKey } from '../../../src/domain/journal/keyState';
import { readBook } from './book';
import { casesOf } from './cases';
import { play } from './play';
import { SCENES } from './scenes';

/** `npm run test:forgeries -- --all` plays a hundred times as many. */
const FEW = { every: 4000, pairs: 10, grafts: 12, seed: 7 };

describe('what nobody may do, whatever the journal says', () => {
  it.each(SCENES.map((scene) => [scene.name, scene] as const))(
    'is not done by honest runs: %s',
    async (_name, scene) => {
      const { row, facts } = readBook(await scene.build());
      // Else a forgery would be found by a row that contradicts its facts, and not by what it says.
      expect(foldKey(newKey(row.identity, row.name), facts)).toEqual(row);
      const { violations } = await play(scene, { name: 'nothing', of: (book) => book });
      expect(violations).toEqual([]);
    },
  );

  it('is not done by runs on forged journals', async () => {
    const cases = await casesOf(FEW);
    const found: string[] = [];
    for (const { scene, forgery } of cases) {
      const { violations } = await play(scene, forgery);
      if (violations.length > 0) found.push(`${scene.name}: ${forgery.name}: ${violations.join(', ')}`);
    }
    expect(found).toEqual([]);
    expect(cases.length).toBeGreaterThan(40);
  }, 180_000);
});
