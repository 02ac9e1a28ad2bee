/**
 * The process is dead: a simulation ends it in the middle of a call. Nobody may handle this, because a dead process does
 * nothing more; `asRekeyError` throws it on.
 */
export class ProcessKilled extends Error {
  constructor() {
    super('the process was killed');
    this.name = 'ProcessKilled';
  }
}
