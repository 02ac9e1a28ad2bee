import type { Parts } from '../../../domain/credential';
import type { AdapterPorts } from '../../../domain/descriptor';
import { RekeyError } from '../../../domain/errors';
import { codeSpan, sentenceList } from '../../../domain/tools/text';
import type { HttpVendorSettings } from './description';

/** The admin key, read once a process; somebody may rotate it meanwhile, so it can be read again. */
export class AdminKey {
  readonly #references: readonly (readonly [string, string])[];
  readonly #secret: AdapterPorts['secret'];
  #parts: Promise<Parts> | undefined;

  readonly #place: string;

  constructor(settings: HttpVendorSettings, ports: AdapterPorts) {
    const { admin_key: key } = settings;
    this.#place = `${ports.place}.admin_key`;
    this.#references = Object.entries(typeof key === 'string' ? { value: key } : key);
    this.#secret = (reference) => ports.secret(reference);
  }

  async parts(): Promise<Parts> {
    this.#parts ??= this.#read();
    try {
      return await this.#parts;
    } catch (error) {
      this.#parts = undefined;
      throw error;
    }
  }

  /** Reads it again. @returns whether it is another one now */
  async changed(): Promise<boolean> {
    const before = await this.parts();
    this.#parts = undefined;
    const after = await this.parts();
    return Object.entries(after).some(([name, part]) => before[name]?.equals(part) !== true);
  }

  /** The vendor refuses it: where it stands, in config and store. */
  async refusedBy<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (thrown) {
      if (!(thrown instanceof RekeyError) || thrown.code !== 'RK5001') throw thrown;
      const named = sentenceList(this.#references.map(([, reference]) => codeSpan(reference)));
      throw new RekeyError('RK5001', thrown.message, {
        next: `Check the value at ${named}, its rights at the vendor, and how it is sent: ${this.#place} and admin_header.`,
      });
    }
  }

  async #read(): Promise<Parts> {
    const read = this.#references.map(async ([part, ref]) => {
      const value = await this.#secret(ref);
      if (value.headerFault !== undefined)
        throw new RekeyError(
          'RK4008',
          `${this.#place}: the value at ${codeSpan(ref)} cannot be the admin key: ${value.headerFault}.`,
        );
      return [part, value] as const;
    });
    return Object.fromEntries(await Promise.all(read));
  }
}
