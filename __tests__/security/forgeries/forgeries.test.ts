import { describe, expect, it } from '@jest/globals';
import { foldKey, newKey } from '../../../src/domain/keyState';
import { readBook } from './book';
import { play } from './play';
import { SCENES } from './scenes';

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
});
