import stringify from 'safe-stable-stringify';
import { sha256 } from '../domain/tools/digest';
import type { Evidence } from '../domain/evidence';

export interface EvidenceFile {
  readonly content: string;
  /** `sha256:` and 64 hex digits. */
  readonly digest: string;
}

/**
 * Evidence as a file: the member order of RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785), two spaces, a newline at the
 * end. The digest is over exactly these bytes, so that `sha256sum` alone can check it.
 */
export function evidenceFile(evidence: Evidence): EvidenceFile {
  const content = `${stringify(evidence, null, 2)}\n`;
  return { content, digest: `sha256:${sha256(content)}` };
}
