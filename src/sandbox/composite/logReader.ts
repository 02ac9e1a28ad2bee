/**
 * Reads what a step prints, as a runner does: takes out `::add-mask::`, hides the values it has heard of, keeps annotations.
 * `raw` is every line as it was printed, for a search for values that nobody masked; it is never shown or written.
 */
export class LogReader {
  readonly lines: string[] = [];
  readonly annotations: string[] = [];
  readonly raw: string[] = [];
  readonly #masks: Set<string>;
  readonly #show: (line: string) => void;

  /** @param masks shared by the steps of a job, because a mask lasts as long as the job does */
  constructor(masks: Set<string>, show: (line: string) => void) {
    this.#masks = masks;
    this.#show = show;
  }

  line(text: string): void {
    const mask = /^::add-mask::(.*)$/.exec(text)?.[1];
    if (mask !== undefined) {
      this.#learn(unescape(mask));
      return;
    }
    this.raw.push(text);
    // Shown only to people who asked for debug logs.
    if (text.startsWith('::debug::')) return;
    const shown = this.#hide(text);
    if (/^::(error|warning|notice)[ :]/.test(shown)) this.annotations.push(unescape(shown));
    this.lines.push(shown);
    this.#show(shown);
  }

  #learn(value: string): void {
    for (const part of [value, ...value.split(/\r?\n/)]) {
      const trimmed = part.trim();
      if (trimmed !== '') this.#masks.add(trimmed);
    }
  }

  #hide(text: string): string {
    const longestFirst = [...this.#masks].sort((one, other) => other.length - one.length);
    return longestFirst.reduce((line, mask) => line.replaceAll(mask, '***'), text);
  }
}

const unescape = (text: string): string =>
  text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
