import { createHash } from 'node:crypto';

/** sha256 of the text's UTF-8 bytes, 64 hex digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
