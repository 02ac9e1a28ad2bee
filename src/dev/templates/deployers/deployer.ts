import type { Deployer, RolloutState } from '../../../domain/contracts/deployer';
import type { AdapterPorts } from '../../../domain/descriptor';
import { sampleApi, type SampleRollout } from './api';
import type { SampleDeployerSettings } from './settings';

export function sampleDeployer(settings: SampleDeployerSettings, ports: AdapterPorts): Deployer {
  const api = sampleApi(settings, ports);
  return {
    async roll(mark, permit) {
      await api.order(mark, permit);
      return { id: mark.marker };
    },
    async find({ marker }) {
      return (await api.rollout(marker)) && { id: marker };
    },
    async status({ id }) {
      const found = await api.rollout(id);
      return found ? stateOf(found) : { state: 'running', sentence: 'ordered, and not listed yet' };
    },
  };
}

/** Complete must mean that no old instance is left. */
function stateOf({ state }: SampleRollout): RolloutState {
  const sentence = `Sample says ${state}`;
  switch (state) {
    case 'done':
      return { state: 'complete', sentence };
    case 'failed':
      return { state: 'failed', sentence };
    case 'queued':
    case 'rolling':
      return { state: 'running', sentence };
  }
}
