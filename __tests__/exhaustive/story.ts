import type { Fact } from '../../src/domain/journal/facts';
import type { FaultInjector } from '../support/faultInjector';
import type { Stage } from '../support/stage';
import type { StartingWorld } from '../support/startingWorlds';
import type { Turns } from '../support/turns';

const LEFT_OUT = 'v id at rotation by type snapshot order config release run owner'.split(' ');
const LONGEST = 150;

type Line = (text: string) => void;

/** Tells what happens, line by line: each call, what happened to it, and what was written into the journal. */
export function tell(stage: Stage, injector: FaultInjector, line: Line): void {
  const say = teller([stage], line);
  injector.told = ({ by, what }, n, callFault) =>
    say(`${String(n).padStart(4)} ${by} ${what}${callFault ? `   !! ${callFault.name}` : ''}`);
}

/** The same of several processes that take turns. */
export function tellTurns({ stages }: StartingWorld, turns: Turns, line: Line): void {
  const say = teller(stages, line);
  turns.told = ({ by, what }, n) => say(`${String(n).padStart(4)} p${by} ${what}`);
}

/** What was written since is told before what is called. */
function teller(stages: readonly [Stage, ...Stage[]], line: Line): Line {
  const { clock } = stages[0];
  const start = clock.now();
  const told = stages.map(() => 0);
  return (text) => {
    const at = `${((clock.now() - start) / 1000).toFixed(1).padStart(8)} s`;
    stages.forEach(({ disk }, index) => {
      for (const fact of disk.facts.slice(told[index])) line(`${at}        ${factText(fact)}`);
      told[index] = disk.facts.length;
    });
    line(`${at}  ${text}`);
  };
}

function factText(fact: Fact): string {
  const rest = Object.entries(fact).filter(([name]) => !LEFT_OUT.includes(name));
  const text = JSON.stringify(Object.fromEntries(rest));
  return `${fact.by.slice(0, 4)} writes ${fact.type} ${text}`.slice(0, LONGEST);
}
