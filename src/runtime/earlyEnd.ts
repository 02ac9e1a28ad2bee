import { appendFileSync, writeSync } from 'node:fs';
import type { RekeyError } from '../domain/errors';
import { codeSpan } from '../domain/tools/text';
import { errorJson } from './errorJson';

const STDOUT = 1;
const STDERR = 2;

/**
 * The end of a run that had not come to its command: a wrong input, or no token. The toolkit is not loaded yet, so its lines are written
 * by hand; and a stream would take as long to make as all the rest. @param json a program reads standard output
 * @returns the exit code
 */
export function endEarly(error: RekeyError, variables: NodeJS.ProcessEnv, json = false): number {
  for (const { line } of problemsOf(error)) say(STDERR, `${line}\n`);
  if (variables['GITHUB_ACTIONS'] !== 'true') {
    const result = { v: 1, exit_code: 2, status: 'failed', errors: problemsOf(error).map(errorJson) };
    if (json) say(STDOUT, `${JSON.stringify(result, null, 2)}\n`);
    return 2;
  }
  say(STDOUT, `::error title=${error.code}::${escaped(error.line)}\n`);
  append(variables['GITHUB_OUTPUT'], 'status=failed\n');
  append(variables['GITHUB_STEP_SUMMARY'], failureSummary(error));
  return 2;
}

/** A reader that is gone is no reason to fail otherwise. */
function say(stream: number, text: string): void {
  try {
    writeSync(stream, text);
  } catch {
    // EPIPE.
  }
}

/** The page of a run that ended before it came to any key. */
export function failureSummary(error: RekeyError): string {
  const lines = problemsOf(error).map(({ line }) => `- ${codeSpan(line, 1000)}`);
  return ['## Rekey: failed', '', ...lines, ''].join('\n');
}

const problemsOf = (error: RekeyError): readonly RekeyError[] => (error.all.length > 0 ? error.all : [error]);

/** A runner whose disk is full has said it in its log. */
function append(path: string | undefined, text: string): void {
  try {
    if (path !== undefined && path !== '') appendFileSync(path, text);
  } catch {
    // Said above.
  }
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
