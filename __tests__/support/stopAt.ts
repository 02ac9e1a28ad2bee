import type { Call, FaultPlan } from '../../src/sandbox/faults';

/** A process that is stopped in front of a call, as a machine does that is suspended. */
export interface Stop {
  readonly faults: FaultPlan;
  /** Settles when it stands there. */
  readonly reached: Promise<void>;
  goOn(): void;
}

/** Stops the process in front of its nth call of this kind. */
export function stopAt(nth: number, fits: (call: Call) => boolean): Stop {
  let goOn = (): void => {};
  let stand = (): void => {};
  const hold = new Promise<void>((resolve) => (goOn = resolve));
  const reached = new Promise<void>((resolve) => (stand = resolve));
  let count = 0;
  const faults: FaultPlan = (call) => {
    if (!fits(call) || (count += 1) !== nth) return undefined;
    stand();
    return { kind: 'stall', hold };
  };
  return { faults, reached, goOn: () => goOn() };
}

/** The calls at which it matters most. */
export const CALLS = {
  creates: ({ method, path }: Call): boolean => method === 'POST' && path === '/admin/keys',
  /** The first reserves the slot, the second stages. */
  writesSlot: ({ method, path }: Call): boolean =>
    method === 'POST' && path.includes('/data/prod/gateway.rekey.'),
  switches: ({ method, path }: Call): boolean => method === 'PATCH' && path.endsWith('/prod/gateway'),
  revokes: ({ method }: Call): boolean => method === 'DELETE',
};
