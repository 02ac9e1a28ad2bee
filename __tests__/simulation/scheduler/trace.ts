/** Everything that happens, as one number: two runs with the same number were the same, event by event. */
export class Trace {
  #one = 0x811c9dc5;
  #other = 0x1b873593;
  events = 0;

  add(at: number, text: string): void {
    this.events += 1;
    this.#mix(at);
    for (let index = 0; index < text.length; index += 1) this.#mix(text.charCodeAt(index));
  }

  get hash(): string {
    return [this.#one, this.#other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #mix(number: number): void {
    this.#one = Math.imul(this.#one ^ number, 0x01000193);
    this.#other = Math.imul(this.#other + number, 0x9e3779b1) ^ (this.#other >>> 15);
  }
}
