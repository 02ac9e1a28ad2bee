import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

type Decode = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** https://www.rfc-editor.org/rfc/rfc9110#name-content-encoding */
const DECODE: Readonly<Record<string, Decode>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * The bytes of a body without its encodings: we ask for none, and some servers and proxies compress all the same. Undefined: more than
 * `most` bytes come out. Throws when they are not what the header says. What we do not know stays as it is.
 */
export async function decoded(
  bytes: Buffer,
  encoding: string | undefined,
  most: number,
): Promise<Buffer | undefined> {
  let body = bytes;
  for (const name of (encoding ?? '').toLowerCase().split(',').reverse()) {
    const decode = DECODE[name.trim()];
    if (!decode || body.length === 0) continue;
    try {
      body = await decode(body, { maxOutputLength: most });
    } catch (thrown) {
      if ((thrown as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
      throw thrown;
    }
  }
  return body;
}
