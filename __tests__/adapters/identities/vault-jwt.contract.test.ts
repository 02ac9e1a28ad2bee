import type { Session } from '../../../src/domain/contracts/identity';
import type { Fault } from '../../../src/sandbox/faults';
import { identityContract } from '../../contracts/identity';
import { loginWorld, role, VAULT } from '../../support/vaultLogin';

identityContract('vault-jwt over its fake', async () => {
  let next: Fault | undefined;
  const { identity, clock, tokens, oidc, test } = loginWorld({
    faults: () => {
      const fault = next;
      next = undefined;
      return fault;
    },
  });
  return {
    identity,
    origin: VAULT,
    life: role.life,
    now: clock.now,
    pass: (duration) => clock.advance(duration),
    works: async (session: Session) => tokens.live.some(({ token }) => session.token.isText(token)),
    given: () => oidc.given,
    break: () => void (next = { kind: 'refused' }),
    log: test.log.lines,
  };
});
