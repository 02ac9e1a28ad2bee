import { asRekeyError } from '../domain/errors';
import { instant } from '../domain/tools/time';
import { noticeOf } from '../report/notices';
import type { Situation } from '../report/situation';
import type { Session } from './session';

/** Tells whoever is to be told about this stop of a key. A failed alert is a warning, and fails nothing. */
export async function alert(situation: Situation, { parts, world, journal }: Session): Promise<void> {
  const notice = noticeOf(situation, instant(journal.now()));
  if (!notice) return;
  try {
    for (const notifier of await parts.notifiers(notice.occasion)) await notifier.tell(notice);
  } catch (thrown) {
    world.log.warning(asRekeyError(thrown).line);
  }
}
