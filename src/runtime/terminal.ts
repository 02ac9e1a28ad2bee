/** To standard output, as it is: what is printed was cleaned by the log. */
export function writeOut(text: string): void {
  process.stdout.write(text);
}
