/** What must not be changed twice at once: a vendor, a workload, a secret. */
export interface Job<T> {
  readonly uses: readonly string[];
  run(): Promise<T>;
}

/**
 * Runs jobs side by side, but never more than `atOnce` that use the same thing, in the given order where they compete.
 * @returns results in the order of the jobs
 */
export async function schedule<T>(
  jobs: readonly Job<T>[],
  atOnce: (use: string) => number,
): Promise<readonly T[]> {
  const results = new Map<Job<T>, T>();
  const busy = new Map<string, number>();
  const waiting = [...jobs];
  const running = new Set<Promise<void>>();
  const count = (job: Job<T>, by: number): void => {
    for (const use of job.uses) busy.set(use, (busy.get(use) ?? 0) + by);
  };
  const fits = (job: Job<T>): boolean => job.uses.every((use) => (busy.get(use) ?? 0) < atOnce(use));
  while (waiting.length > 0 || running.size > 0) {
    for (let job = takeFirst(waiting, fits); job; job = takeFirst(waiting, fits)) {
      const started = job;
      count(started, 1);
      const run = started.run().then((result) => {
        results.set(started, result);
        count(started, -1);
        running.delete(run);
      });
      running.add(run);
    }
    await Promise.race(running);
  }
  return jobs.map((job) => results.get(job) as T);
}

function takeFirst<T>(jobs: Job<T>[], fits: (job: Job<T>) => boolean): Job<T> | undefined {
  const index = jobs.findIndex(fits);
  return index < 0 ? undefined : jobs.splice(index, 1)[0];
}
