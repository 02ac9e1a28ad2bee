import { DAY, HOUR, MINUTE } from '../../../src/domain/tools/time';
import type { Company, Ran } from '../../support/company';
import { readBook, writeBook, type Book } from './book';
import { OURS, type Scene } from './scenes';
import { Watch } from './watch';
import { readOut } from './readOut';
import { began, leftOver, wrongEnd, wrongRequests, wrongWords } from './words';

/** A change of what the journal says, as a forger makes it who knows all that the company is made of. */
export interface Forgery {
  readonly name: string;
  readonly of: (book: Book, company: Company) => Book;
}

export interface Played {
  readonly scene: string;
  readonly forgery: string;
  readonly violations: readonly string[];
  readonly runs: readonly Ran[];
}

const TICK = ['rotate'];

/** The real commands against a forged journal: at once, in the grace period, after it, after a day; then a person asks. */
export async function play(scene: Scene, forgery: Forgery): Promise<Played> {
  const company = await scene.build();
  const { length } = company.ran;
  const before = new Set(company.vendor.keys.all.map(({ id }) => id));
  const watch = new Watch(company, scene);
  const violations = watch.violations;
  writeBook(company, forgery.of(readBook(company), company));
  const run = async (argv: readonly string[]): Promise<void> => {
    const ran = await company.run(argv);
    watch.look();
    const found = [
      ...wrongRequests(ran, company, watch),
      ...wrongEnd(ran),
      ...wrongWords(ran, company),
      ...(scene.gated === true ? began(ran, before) : []),
    ];
    for (const one of found) violations.add(one);
  };
  for (const pause of [0, 4 * MINUTE, 20 * MINUTE, DAY + HOUR]) {
    await company.clock.advance(pause);
    await run(TICK);
  }
  await run(['report']);
  await run(['release', '--keys', OURS.name, '--reason', 'looked']);
  await run(TICK);
  if (scene.gated === true) for (const one of leftOver(company, before)) violations.add(one);
  const runs = company.ran.slice(length);
  for (const leak of readOut(company, runs)) violations.add(leak);
  return { scene: scene.name, forgery: forgery.name, violations: [...violations], runs };
}
