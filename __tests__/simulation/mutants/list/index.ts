import type { Mutant } from '../mutant';
import { believing } from './believing';
import { claims } from './claims';
import { creating } from './creating';
import { journals } from './journals';
import { killing } from './killing';
import { lesser } from './lesser';
import { proving } from './proving';
import { storing } from './storing';
import { telling } from './telling';
import { undoing } from './undoing';

export const MUTANTS: readonly Mutant[] = [
  ...claims,
  ...believing,
  ...journals,
  ...creating,
  ...storing,
  ...lesser,
  ...undoing,
  ...killing,
  ...proving,
  ...telling,
];
