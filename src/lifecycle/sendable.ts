import type { SecretRef } from '../domain/contracts/store';
import type { Parts } from '../domain/credential';
import { RekeyError } from '../domain/errors';
import { codeSpan } from '../domain/tools/text';

/** A value that no header can carry is no key. RK4008 with the field and the cause. */
export function mustBeSendable({ path, fields }: SecretRef, parts: Parts): void {
  for (const [name, part] of Object.entries(parts)) {
    const fault = part.headerFault;
    if (fault !== undefined)
      throw new RekeyError(
        'RK4008',
        `The value at ${codeSpan(`${path}#${fields[name] ?? name}`)} cannot be a key: ${fault}.`,
      );
  }
}
