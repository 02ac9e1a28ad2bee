let listening = false;

/**
 * A reader that has seen enough (`| head -3`) closes the pipe. What is said after that is lost, and what is done continues: a
 * rotation must not die of it. Every other failure of a terminal is as harmless.
 */
export function keepGoingWithoutReader(): void {
  if (listening) return;
  listening = true;
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** To standard output, as it is: what is printed was cleaned by the log. */
export function writeOut(text: string): void {
  process.stdout.write(text);
}

/** To standard error, where the log goes when standard output is for a program. */
export function writeErr(text: string): void {
  process.stderr.write(text);
}
