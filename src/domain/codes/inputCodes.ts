import { code, type CodeInfo } from '../errorKinds';

/** Inputs and config. */
export const INPUTS = {
  RK1001: code('config', 'unknown command', 'Use one that --help lists, such as rotate, plan or doctor.'),
  RK1002: code('config', 'input is wrong', 'Correct the input or argument named above.'),
  RK1003: code('config', 'inputs contradict each other', 'Drop one of them.'),
  RK1004: code(
    'config',
    'too many changes for one run',
    'Repeat the names in the input `confirm`, or select fewer keys.',
  ),
  RK1005: code(
    'config',
    'this event or ref may not run Rekey',
    'Run it on the default branch, by schedule or workflow_dispatch.',
  ),
  RK1006: code('config', 'selector matches nothing', 'Correct the selector; plan lists the keys there are.'),
  RK1007: code('config', 'Node is too old', 'Use Node 20 or newer, for example with actions/setup-node.'),
  RK1008: code(
    'config',
    'an input contains the value of a key',
    'Remove the key from the input. The log of this run keeps it for good, so rotate that key.',
  ),
  RK1009: code('config', 'the output folder cannot be used', 'Name another folder with --out.'),
  RK2001: code('config', 'config is not YAML', 'Correct the line named above.'),
  RK2002: code(
    'config',
    'config does not fit the schema',
    'Correct the line named above; the docs and the schema list what is allowed.',
  ),
  RK2003: code('config', 'unknown field in the config', 'Correct or remove it.'),
  RK2004: code(
    'config',
    'reference to something that does not exist',
    'Correct the name, or add what it names.',
  ),
  RK2005: code('config', 'settings contradict each other', 'Change one of them.'),
  RK2006: code('config', 'a field of another tool', 'Use the field that is suggested.'),
  RK2007: code(
    'config',
    'config not found',
    'Add the file (for a workflow: to the default branch); doctor prints one to paste.',
  ),
  RK2008: code('config', 'one vendor key behind two entries', 'Keep one entry.'),
  RK2009: code('config', 'unknown adapter', 'Use one of the adapters listed in the README.'),
} as const satisfies Record<string, CodeInfo>;
