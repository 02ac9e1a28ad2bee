import type { Parts } from '../../../domain/credential';
import type { AdapterPorts } from '../../../domain/descriptor';
import type { HttpVendorSettings } from './description';

/** The admin key, read once a process; somebody may rotate it meanwhile, so it can be read again. */
export class AdminKey {
  readonly #references: readonly (readonly [string, string])[];
  readonly #secret: AdapterPorts['secret'];
  #parts: Promise<Parts> | undefined;

  constructor(settings: HttpVendorSettings, ports: AdapterPorts) {
    const { admin_key: key } = settings;
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

  async #read(): Promise<Parts> {
    const read = this.#references.map(async ([part, ref]) => [part, await this.#secret(ref)] as const);
    return Object.fromEntries(await Promise.all(read));
  }
}
