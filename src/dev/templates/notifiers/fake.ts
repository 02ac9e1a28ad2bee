import { fakeJson, type FakeHandler } from '../../../kits/fake/fake';

/** Sample as its documentation describes it: refuses other tokens, and shows a message with the same id once. */
export class FakeSample {
  /** id -> text */
  readonly shown = new Map<string, string>();
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  readonly handle: FakeHandler = ({ method, path, headers, body }) => {
    if (path !== '/messages') return undefined;
    if (headers['authorization'] !== `Bearer ${this.#token}`) return fakeJson(401, { error: 'who are you?' });
    if (method !== 'POST') return fakeJson(405, { error: 'POST only' });
    const { id, text } = JSON.parse(body) as { readonly id: string; readonly text: string };
    this.shown.set(id, text);
    return fakeJson(202, {});
  };
}
