import { adapter } from '../../../src/adapters/vendors/http/index';
import { vendorContract } from '../../contracts/vendor';
import { describedWorld } from '../../support/vendorWorld';
import { gatewaySettings } from './http/gateway';

const MINUTE = 60_000;

vendorContract('http, every call described', () => describedWorld(adapter, gatewaySettings()));

vendorContract('http, a slow vendor that pages', () =>
  describedWorld(adapter, gatewaySettings({ paged: true, limits: true }), {
    pageSize: 2,
    lags: { propagation: 2 * MINUTE, revocation: 3 * MINUTE, list: MINUTE, lastUsed: 10 * MINUTE },
  }),
);

vendorContract('http, only what is needed', () =>
  describedWorld(adapter, gatewaySettings({ bare: true }), { labels: false }),
);
