/**
 * Cancelled by a person or a runner: this process ends here, and a later run continues. It is no error, so nobody who handles errors handles
 * it; `asRekeyError` throws it on.
 */
export class Paused extends Error {
  constructor() {
    super('this run is to end');
    this.name = 'Paused';
  }
}
