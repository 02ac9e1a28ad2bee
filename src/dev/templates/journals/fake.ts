import { fakeJson, type FakeHandler } from '../../../kits/fake/fake';

/** Sample as its documentation describes it: refuses other tokens, and a file that is there when `if-none-match` says so. */
export class FakeSample {
  /** path -> text */
  readonly files = new Map<string, string>();
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  readonly handle: FakeHandler = ({ method, path, query, headers, body }) => {
    if (headers['authorization'] !== `Bearer ${this.#token}`) return fakeJson(401, { error: 'who are you?' });
    const name = decodeURIComponent(path.slice('/files/'.length));
    if (query.has('list')) return fakeJson(200, { names: this.#inside(name) });
    if (method === 'PUT') {
      if (headers['if-none-match'] === '*' && this.files.has(name))
        return fakeJson(412, { error: 'it is there' });
      this.files.set(name, body);
      return fakeJson(200, {});
    }
    const text = this.files.get(name);
    return text === undefined ? fakeJson(404, { error: 'no such file' }) : { status: 200, body: text };
  };

  #inside(folder: string): readonly string[] {
    const names = [...this.files.keys()].filter((name) => name.startsWith(`${folder}/`));
    return [...new Set(names.map((name) => name.slice(folder.length + 1).split('/')[0] ?? ''))];
  }
}
