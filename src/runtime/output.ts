import type { RekeyError } from '../domain/errors';
import { onLines, onOneLine } from '../domain/tools/text';
import { diskError } from './files';

/** What a run leaves for people and for later steps, beside its log. */
export interface Output {
  /** @throws RekeyError RK7007 when the runner's disk refuses it */
  set(name: string, value: string): void;
  /** Markdown for the page of the run. @throws RekeyError RK7007 when the runner's disk refuses it */
  summary(markdown: string): Promise<void>;
  /** The message that decides, shown on top of the run's page. There only the first is shown. @param about the command */
  error(error: RekeyError, about: string): void;
  /** Plain data for programs that start this one (`--json`); in Actions outputs and files are for them. */
  result(parts: Readonly<Record<string, unknown>>): void;
  /** The last call. Never throws. */
  end(code: number): Promise<void>;
}

/** Above it GitHub shows nothing at all. */
const SUMMARY_BYTES = 1024 * 1024;
const ANNOTATION_CHARACTERS = 4096;
const CUT = '\n\n_Cut here: GitHub shows at most 1 MiB. The evidence has the rest._\n';

/** The part of `@actions/core` that is used. */
interface Toolkit {
  setOutput(name: string, value: string): void;
  error(message: string, properties: { readonly title: string }): void;
  readonly summary: { addRaw(text: string): { write(): Promise<unknown> } };
}

export function actionsOutput(core: Toolkit, redact: (text: string) => string): Output {
  let shown = false;
  return {
    set(name, value) {
      try {
        core.setOutput(name, redact(value));
      } catch (error) {
        throw diskError(error);
      }
    },
    async summary(markdown) {
      const { summary } = core;
      await summary
        .addRaw(cutToFit(redact(markdown)))
        .write()
        .catch((error: unknown) => {
          throw diskError(error);
        });
    },
    error({ code, line }, about) {
      if (shown) return;
      shown = true;
      const text = onLines(redact(line)).slice(0, ANNOTATION_CHARACTERS);
      core.error(text, { title: onOneLine(redact(`${code} ${about}`)) });
    },
    result: () => undefined,
    end: () => Promise.resolve(),
  };
}

/** Whole lines up to the limit, and a sentence when something is missing. */
export function cutToFit(markdown: string, most = SUMMARY_BYTES): string {
  if (Buffer.byteLength(markdown) <= most) return markdown;
  const room = most - Buffer.byteLength(CUT);
  const kept = Buffer.from(markdown).subarray(0, room).toString('utf8');
  return kept.slice(0, Math.max(0, kept.lastIndexOf('\n'))) + CUT;
}
