/**
 * Takes real time and real chance away. A library that prints how long something took sees a clock that stands still; whoever
 * wants a timer or a random number in a run gets an error instead of a run that nobody can repeat.
 */
export function standStill(at: number): () => void {
  const kept = {
    Date: globalThis.Date,
    random: Math.random,
    setTimeout: globalThis.setTimeout,
    setInterval: globalThis.setInterval,
  };
  const refuse = (what: string) => (): never => {
    throw new Error(`a run asked for ${what}`);
  };
  class StillDate extends kept.Date {
    constructor(one: number = at, ...others: readonly number[]) {
      if (others.length === 0) super(one);
      else super(...([one, ...others] as [number, number]));
    }
    static override now = (): number => at;
  }
  Object.assign(globalThis, {
    Date: StillDate,
    setTimeout: refuse('a timer'),
    setInterval: refuse('a timer'),
  });
  Math.random = refuse('chance');
  return () => {
    const { random, ...rest } = kept;
    Object.assign(globalThis, rest);
    Math.random = random;
  };
}
