import type { Listed } from '../domain/contracts/vendor';
import { millis } from '../domain/tools/time';
import type { Context } from './context';

/** Its value was not lost, then. Some vendors call the making itself a use. */
export function wasUsed({ lastUsed, created }: Listed): boolean {
  return typeof lastUsed === 'string' && (created === undefined || millis(lastUsed) > millis(created));
}

/** Only where the vendor says so: no such field, or a null that may mean anything, says nothing. */
export function wasNeverUsed({ subject }: Context, { lastUsed }: Listed): boolean {
  const { lastUsed: isShown, nullMeansNever } = subject.vendor.capabilities;
  return isShown && nullMeansNever && (lastUsed === null || lastUsed === undefined);
}
