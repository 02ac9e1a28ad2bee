import { seededRandom } from '../../support/ports';
import { addedForgeries, futureForgeries } from './additions';
import { readBook } from './book';
import { droppedForgeries, fieldForgeries } from './changes';
import { donors, graft } from './grafts';
import { knownForgeries } from './known';
import type { Forgery } from './play';
import { SCENES, type Scene } from './scenes';
import { hash, poolOf } from './values';

export interface Case {
  readonly scene: Scene;
  readonly forgery: Forgery;
}

export interface Wanted {
  /** Of the single forgeries one in so many. */
  readonly every: number;
  /** Two at once, and rotations that never were. */
  readonly pairs: number;
  readonly grafts: number;
  readonly seed: number;
}

/** Scenes in which nothing is open, so that a forged rotation may be the next. */
const AT_REST = [
  'adopted',
  'rotated',
  'unused',
  'gated',
  'went back',
  'rehearsed',
  'rotated, last use not shown',
  'rotated, no disable',
  'rotated, no labels',
  'adopted by key_id',
];

/** What is to be played: the same for the same wish. */
export async function casesOf({ every, pairs, grafts, seed }: Wanted): Promise<readonly Case[]> {
  const random = seededRandom(seed);
  const chance = (): number => random.fraction();
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const honest = await donors();
  const found: Case[] = knownForgeries(honest).flatMap(({ scene: name, forgery }) =>
    SCENES.filter((scene) => scene.name === name).map((scene) => ({ scene, forgery })),
  );
  const all = new Map<Scene, readonly Forgery[]>();
  for (const scene of SCENES) {
    const company = await scene.build();
    const [book, pool] = [readBook(company), poolOf(company)];
    const single = [
      ...fieldForgeries(book, pool),
      ...droppedForgeries(book),
      ...addedForgeries(pool),
      ...(await futureForgeries(scene.build)),
    ];
    all.set(scene, single);
    for (const forgery of single)
      if (hash(`${scene.name} ${forgery.name} ${seed}`) % every === 0) found.push({ scene, forgery });
  }
  const resting = SCENES.filter(({ name }) => AT_REST.includes(name));
  for (let count = 0; count < grafts; count += 1)
    found.push({ scene: pick(resting), forgery: graft(honest, chance) });
  for (let count = 0; count < pairs; count += 1) {
    const scene = pick(SCENES);
    const single = all.get(scene) ?? [];
    const first = chance() < 0.3 && resting.includes(scene) ? graft(honest, chance) : pick(single);
    found.push({ scene, forgery: both(first, pick(single)) });
  }
  return found;
}

const both = (one: Forgery, other: Forgery): Forgery => ({
  name: `${one.name}, and ${other.name}`,
  of: (book, company) => other.of(one.of(book, company), company),
});
