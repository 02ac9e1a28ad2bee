import type { Version } from './versions';

/** The key in the secret's custom metadata with which its owner says where the value may go. */
const REKEY_ORIGINS = 'rekey_origins';

/** Origins apart by commas or spaces. What is no address stays as it is, so that it allows nothing and messages show it. */
export function allowedOriginsOf({ custom }: Version): { allowedOrigins?: readonly string[] } {
  const text = custom[REKEY_ORIGINS];
  if (text === undefined) return {};
  return {
    allowedOrigins: text
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map(originOf),
  };
}

function originOf(word: string): string {
  return URL.canParse(word) ? new URL(word).origin : word;
}
