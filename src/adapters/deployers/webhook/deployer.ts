import type { Deployer, RolloutState } from '../../../domain/contracts/deployer';
import type { AdapterPorts } from '../../../domain/descriptor';
import { codeSpan } from '../../../domain/tools/text';
import { at } from '../../../kits/adapter/answer';
import { WebhookApi } from './api';
import type { WebhookDeployerSettings } from './settings';

export function webhookDeployer(settings: WebhookDeployerSettings, ports: AdapterPorts): Deployer {
  const api = new WebhookApi(settings, ports);
  return {
    async roll(mark, permit) {
      await api.order(mark, permit);
      return { id: mark.marker };
    },
    async find({ marker }) {
      return (await api.ask(marker)) === undefined ? undefined : { id: marker };
    },
    async status({ id }) {
      const answer = await api.ask(id);
      if (answer !== undefined) return stateOf(answer, settings.status);
      return { state: 'running', sentence: 'ordered', hint: 'the receiver does not know it yet (404)' };
    },
  };
}

function stateOf(answer: unknown, wanted: WebhookDeployerSettings['status']): RolloutState {
  const state = at(answer, wanted.pointer);
  const isOne = (values: typeof wanted.complete): boolean => [values].flat().some((value) => value === state);
  const sentence =
    typeof state === 'string' || typeof state === 'number' || typeof state === 'boolean'
      ? `the receiver says ${codeSpan(String(state), 40)}`
      : `the receiver says nothing at ${wanted.pointer}`;
  if (isOne(wanted.complete)) return { state: 'complete', sentence };
  return { state: isOne(wanted.failed) ? 'failed' : 'running', sentence };
}
