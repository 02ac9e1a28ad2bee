import type { Log } from '../domain/ports';
import { safeLines } from './lines';

/** Where lines go. Everything it gets is redacted and safe to print. */
export interface Printer {
  line(text: string): void;
  debug(text: string): void;
  /** Begins a part that people may fold; parts do not nest. */
  open(title: string): void;
  close(): void;
}

/** The log over a printer: every text passes the redaction and loses its workflow commands here, and nowhere else. */
export function createLog(printer: Printer, redact: (text: string) => string): Log {
  const clean = (text: string): string => safeLines(redact(text));
  let open = false;
  return {
    async group(title, body) {
      // Two rotations may be at work at once, and the runner cannot nest groups: the inner heading is a plain line.
      if (open) {
        printer.line(clean(title));
        return body();
      }
      open = true;
      printer.open(clean(title));
      try {
        return await body();
      } finally {
        open = false;
        printer.close();
      }
    },
    info: (line) => printer.line(clean(line)),
    // A plain line: annotations are few, and kept for the one message that decides.
    warning: (line) => printer.line(`Warning: ${clean(line)}`),
    debug: (line) => printer.debug(clean(line)),
  };
}

/** The part of `@actions/core` that prints. */
interface CorePrinter {
  info(text: string): void;
  debug(text: string): void;
  startGroup(title: string): void;
  endGroup(): void;
}

export function actionsPrinter(core: CorePrinter): Printer {
  return {
    line: (text) => core.info(text),
    debug: (text) => core.debug(text),
    open: (title) => core.startGroup(title),
    close: () => core.endGroup(),
  };
}

/** @param verbose also shows debug lines */
export function terminalPrinter(write: (text: string) => void, verbose: boolean): Printer {
  return {
    line: (text) => write(`${text}\n`),
    debug: (text) => {
      if (verbose) write(`${text}\n`);
    },
    open: (title) => write(`\n${title}\n`),
    close: () => {
      // On a terminal the next heading ends a part.
    },
  };
}
