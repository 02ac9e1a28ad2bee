import { FakeSample } from '../../../src/dev/templates/probes/fake';
import { adapter } from '../../../src/dev/templates/probes/index';
import { settings } from '../../../src/dev/templates/probes/settings';
import type { Fault } from '../../../src/sandbox/faults';
import { probeContract } from '../../contracts/probe';
import { testPorts } from '../../support/ports';

const ORIGIN = 'https://sample.example.com';

probeContract('sample over its fake', () => {
  const fake = new FakeSample();
  let fault: Fault | undefined;
  const { ports, clock, calls } = testPorts({ routes: { [ORIGIN]: fake.handle }, faults: () => fault });
  return {
    open: () => adapter.open(settings.parse({ url: `${ORIGIN}/health/payments` }), ports),
    run: (work) => clock.run(work),
    makeIll: () => void (fake.isIll = true),
    use: (keyId) => void (fake.key = keyId),
    failAlways: (wanted) => void (fault = wanted),
    calls: () => calls.length,
  };
});
