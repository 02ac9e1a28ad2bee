import { setMaxListeners } from 'node:events';

const NAMES = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Cancellation {
  /** Aborted at the first signal: start nothing new, write what is known, end. */
  readonly signal: AbortSignal;
  /** Stops listening. */
  readonly stop: () => void;
}

/**
 * Cancel means pause. A runner sends SIGINT, after 7.5 s SIGTERM, and 2.5 s later kills; a person who presses Ctrl-C a
 * second time means it.
 * https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs
 * @param exit ends the process at once
 */
export function listenForCancel(exit: (code: number) => void): Cancellation {
  const controller = new AbortController();
  // Each key that waits listens; without this Node warns of a leak from the eleventh on.
  setMaxListeners(0, controller.signal);
  const interrupts = { count: 0 };
  const onSignal = (name: NodeJS.Signals): void => {
    if (name === 'SIGINT') interrupts.count += 1;
    if (interrupts.count > 1) exit(130);
    controller.abort(name);
  };
  for (const name of NAMES) process.on(name, onSignal);
  return {
    signal: controller.signal,
    stop: () => {
      for (const name of NAMES) process.off(name, onSignal);
    },
  };
}
