import { expect, it } from '@jest/globals';
import { MINUTE, SECOND } from '../../src/domain/tools/time';
import { adopted, later, NOW } from '../support/companyTales';

const opens = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'POST' && path.endsWith('/issues');

it('a ticket that a dead run asked for, and that is opened late, is not opened twice', async () => {
  const company = await adopted();
  const before = company.github.home.issues.all.length;
  let isAsked = false;
  const died = await company.run(NOW, {
    faults: (call) => {
      if (isAsked) return { kind: 'kill', when: 'before' };
      isAsked = opens(call);
      return isAsked ? { kind: 'late', delay: 50 * SECOND } : undefined;
    },
  });
  expect(died.code).toBe(137);
  await company.run(['rotate']);
  await company.clock.advance(20 * MINUTE);
  await later(company);
  const tickets = company.github.home.issues.all.slice(before);
  expect(tickets.map(({ state }) => state)).toEqual(['closed']);
});
