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
  // Not a class of its own: a run makes so many dates that a second constructor on the way is felt.
  function StillDate(one: number = at, ...others: readonly number[]): Date {
    return others.length === 0
      ? new kept.Date(one)
      : new kept.Date(...([one, ...others] as [number, number]));
  }
  const { UTC, parse, prototype } = kept.Date;
  Object.assign(StillDate, { UTC, parse, prototype, now: () => at });
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
