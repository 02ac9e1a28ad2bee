import { isReference } from '../../../domain/address';
import { get } from '@sagold/json-pointer';
import type { Deployer, RolloutState } from '../../../domain/contracts/deployer';
import { defineAdapter, type AdapterPorts } from '../../../domain/descriptor';
import { codeSpan } from '../../../domain/text';
import { WebhookApi } from './api';
import { orderOrigin, settings, type WebhookDeployerSettings } from './settings';

export const adapter = defineAdapter({
  kind: 'deployers',
  descriptor: {
    id: 'webhook',
    title: 'Signed webhook',
    summary:
      'Orders a rollout from your own deploy system by a signed request, and asks it how the rollout is.',
    homepage: 'https://www.standardwebhooks.com',
    permissions: [{ permission: 'read the signing secret in the store', why: 'roll, status' }],
    limits: ['The receiver must answer within 30 s and tell the state of a rollout by its marker.'],
    risks: ['"complete" is the word of the receiver: it must mean that no old instance is left.'],
    example: `roll:
  use: webhook
  url: https://deploy.example.com/hooks/rekey
  secret: vault:ops/deploy#signing_secret
  status: { url: "https://deploy.example.com/rollouts/{marker}", complete: done, failed: [failed, cancelled] }
`,
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: (it) => [...new Set([orderOrigin(it), new URL(it.status.url).origin])],
  references: (it) => (isReference(it.url) ? [it.url, it.secret] : [it.secret]),
  open,
});

function open(chosen: WebhookDeployerSettings, ports: AdapterPorts): Deployer {
  const api = new WebhookApi(chosen, ports);
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
      if (answer !== undefined) return stateOf(answer, chosen.status);
      return { state: 'running', sentence: 'ordered', hint: 'the receiver does not know it yet (404)' };
    },
  };
}

function stateOf(answer: unknown, wanted: WebhookDeployerSettings['status']): RolloutState {
  const state = get(answer, wanted.pointer);
  const isOne = (values: typeof wanted.complete): boolean => [values].flat().some((value) => value === state);
  const sentence =
    typeof state === 'string' || typeof state === 'number' || typeof state === 'boolean'
      ? `the receiver says ${codeSpan(String(state), 40)}`
      : `the receiver says nothing at ${wanted.pointer}`;
  if (isOne(wanted.complete)) return { state: 'complete', sentence };
  return { state: isOne(wanted.failed) ? 'failed' : 'running', sentence };
}
