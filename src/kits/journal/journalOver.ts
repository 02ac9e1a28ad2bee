import { AppendQueue } from '../../domain/journal/appendQueue';
import type { Journal } from '../../domain/contracts/journal';
import type { Clock, Files, Random } from '../../domain/ports';
import { CommitLog } from './log';

/**
 * A journal over anything that makes a file only where there is none, and never half of one: a disk with hard links, or object storage with
 * conditional writes. One file a write, numbered without a gap; of two writers exactly one makes the next number.
 * @param clock the server's: due dates and waits across processes are told by it
 */
export function journalOver(
  files: Files,
  path: string,
  { clock, random }: { readonly clock: Pick<Clock, 'now'>; readonly random: Random },
): Omit<Journal, 'audit'> {
  const log = new CommitLog(files, path, () => random.id(12));
  const queue = new AppendQueue(log);
  return {
    load: () => log.reload(),
    facts: (key, rotation, at) => log.facts(key, rotation, at),
    append: (entries, pages = []) => queue.append(entries, pages),
    now: () => clock.now(),
    init: () => log.init(),
  };
}
