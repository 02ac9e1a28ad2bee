import { fakeJson, type FakeHandler, type FakeRequest } from '../../../kits/fake/fake';
import { fakeRoute } from '../../../kits/fake/fakeRoute';

export interface FakeTicket {
  readonly number: number;
  readonly author: string;
  title: string;
  body: string;
  labels: readonly string[];
  open: boolean;
  readonly comments: { readonly id: number; readonly author: string; body: string }[];
}

const ME = 'rekey';

/** Sample as its documentation describes it: refuses other tokens, and writes down who wrote what. */
export class FakeSample {
  readonly tickets: FakeTicket[] = [];
  readonly #token: string;
  #last = 0;

  constructor(token: string) {
    this.#token = token;
  }

  add(author: string, title: string, body: string, labels: readonly string[] = []): FakeTicket {
    const made: FakeTicket = { number: this.#next(), author, title, body, labels, open: true, comments: [] };
    this.tickets.push(made);
    return made;
  }

  comment(ticket: FakeTicket, author: string, body: string): void {
    ticket.comments.push({ id: this.#next(), author, body });
  }

  readonly handle: FakeHandler = (request) => {
    if (request.headers['authorization'] !== `Bearer ${this.#token}`)
      return fakeJson(401, { error: 'who are you?' });
    if (fakeRoute('GET /me', request)) return fakeJson(200, { name: ME });
    if (fakeRoute('GET /tickets', request)) return fakeJson(200, this.tickets.map(shown));
    if (fakeRoute('POST /tickets', request)) return this.#open(request);
    return this.#about(request);
  };

  #open({ body }: FakeRequest): ReturnType<FakeHandler> {
    const wanted = JSON.parse(body) as Pick<FakeTicket, 'title' | 'body' | 'labels'>;
    return fakeJson(201, shown(this.add(ME, wanted.title, wanted.body, wanted.labels)));
  }

  #about(request: FakeRequest): ReturnType<FakeHandler> {
    const change = fakeRoute('PATCH /tickets/{number}', request);
    const say = fakeRoute('POST /tickets/{number}/comments', request);
    const sayInstead = fakeRoute('PATCH /tickets/{number}/comments/{id}', request);
    const route = change ?? say ?? sayInstead ?? fakeRoute('GET /tickets/{number}', request);
    const ticket = this.tickets.find(({ number }) => String(number) === route?.['number']);
    if (!ticket) return fakeJson(404, { error: 'no such ticket' });
    if (request.method === 'GET') return fakeJson(200, shown(ticket));
    const wanted = JSON.parse(request.body) as { readonly body: string };
    if (change) Object.assign(ticket, wanted);
    if (say) this.comment(ticket, ME, wanted.body);
    const old = ticket.comments.find(({ id }) => String(id) === sayInstead?.['id']);
    if (old) old.body = wanted.body;
    return fakeJson(200, {});
  }

  #next(): number {
    this.#last += 1;
    return this.#last;
  }
}

const shown = (ticket: FakeTicket): unknown => ({
  ...ticket,
  url: `https://sample.example.com/tickets/${ticket.number}`,
});
