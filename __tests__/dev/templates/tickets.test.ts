import { FakeSample } from '../../../src/dev/templates/tickets/fake';
import { adapter } from '../../../src/dev/templates/tickets/index';
import type { Fault } from '../../../src/sandbox/faults';
import { ticketContract } from '../../contracts/ticket';
import { testPorts } from '../../support/ports';

const ORIGIN = 'https://sample.example.com';
const TOKEN = 'a-token-of-some-length';

ticketContract('sample over its fake', () => {
  const fake = new FakeSample(TOKEN);
  let lost: Fault | undefined;
  const { ports, clock } = testPorts({
    routes: { [ORIGIN]: fake.handle },
    secrets: { 'vault:ops/sample#token': TOKEN },
    // Reads come before the write; only a POST is lost.
    faults: ({ method }) => {
      if (method !== 'POST') return undefined;
      const fault = lost;
      lost = undefined;
      return fault;
    },
  });
  const byNumber = (number: string) => fake.tickets.find((one) => String(one.number) === number);
  return {
    open: () => adapter.open({ origin: ORIGIN, token: 'vault:ops/sample#token' }, ports),
    all: () =>
      fake.tickets.map(({ number, comments, ...rest }) => ({
        ...rest,
        number: String(number),
        comments: comments.map(({ body }) => body),
      })),
    personOpens: (body) => String(fake.add('mallory', 'a ticket', body).number),
    personComments: (number, body) => {
      const ticket = byNumber(number);
      if (ticket) fake.comment(ticket, 'mallory', body);
    },
    remove: (number) => {
      fake.tickets.splice(
        fake.tickets.findIndex((one) => String(one.number) === number),
        1,
      );
    },
    loseNextAnswer: () => void (lost = { kind: 'lost', after: 0 }),
    since: new Date(clock.now()).toISOString(),
  };
});
