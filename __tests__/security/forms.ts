/** Every way in which a value may stand in a text: as it is, or encoded by somebody who did not know what it was. */
export function formsOf(value: string): ReadonlyMap<string, string> {
  const bytes = Buffer.from(value, 'utf8');
  const json = JSON.stringify(value).slice(1, -1);
  const percent = encodeURIComponent(value);
  const forms: readonly (readonly [string, string])[] = [
    ['as it is', value],
    ['hex', bytes.toString('hex')],
    ['upper-case hex', bytes.toString('hex').toUpperCase()],
    ['percent', percent],
    ['lower-case percent', percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
    ['form', new URLSearchParams([['', value]]).toString().slice(1)],
    ['JSON', json],
    ['JSON in JSON', JSON.stringify(json).slice(1, -1)],
    ['HTML', html(value)],
    ...[0, 1, 2].flatMap((offset): [string, string][] => {
      const text = aligned(bytes, offset).toString('base64');
      const url = text.replaceAll('+', '-').replaceAll('/', '_');
      return [
        [`base64 at ${offset}`, text],
        [`base64url at ${offset}`, url],
      ];
    }),
  ];
  return new Map(forms);
}

/** The bytes that make whole groups of three, whatever stands before and after them. */
function aligned(bytes: Buffer, offset: number): Buffer {
  const length = Math.floor((bytes.length - offset) / 3) * 3;
  return bytes.subarray(offset, offset + length);
}

const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** The names of the forms in which the value stands in the text. */
export function formsIn(text: string, value: string): readonly string[] {
  return [...formsOf(value)].filter(([, form]) => text.includes(form)).map(([name]) => name);
}
