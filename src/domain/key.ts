import { createHash } from 'node:crypto';
import type { KeyConfig } from './config';

/**
 * The identity of a key for locks, labels and history: the secret's field in one repository. A rename in the config is no new key.
 */
export function keyIdentity(repositoryId: string, key: Pick<KeyConfig, 'store' | 'secret'>): string {
  const fields = Object.values(key.secret.fields).sort().join('+');
  return `${repositoryId}/${key.store}:${key.secret.path}#${fields}`;
}

/** A name for files and slots: 16 hex digits of the identity. */
export function shortIdentity(identity: string): string {
  return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}

/**
 * The label of one attempt to create: exact, so that a label alone tells key and rotation. At most 51 characters of [a-z0-9-].
 */
export function credentialLabel(name: string, identity: string, rotation: string, attempt: number): string {
  const hash = createHash('sha256').update(`${identity}\n${rotation}\n${attempt}`).digest('hex').slice(0, 10);
  return `rekey-${readable(name)}-${hash}`;
}

const readable = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 34)
    .replace(/^-+|-+$/g, '');

/** Some rotation of a key of this name made it; which, and of whose, the label alone does not say. */
export function hasLabelOf(name: string, label: string): boolean {
  const prefix = `rekey-${readable(name)}-`;
  return label.startsWith(prefix) && /^[0-9a-f]{10}$/.test(label.slice(prefix.length));
}
