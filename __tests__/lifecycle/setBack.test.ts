import { expect, it } from '@jest/globals';
import { MINUTE } from '../../src/domain/tools/time';
import { Stage } from '../support/stage';

it('a journal that was set back to before the switch does not end a key that the store has served', async () => {
  const stage = await new Stage().begin();
  const old = { api_key: stage.served(), api_key_id: stage.served('api_key_id') };
  const { stop, job } = await stage.play();
  expect(stop.status).toBe('waiting');
  const served = stage.served('api_key_id');
  stage.over.add(job);
  // Each intent, and the end of the process, is a commit: all are gone that came after the intent to create.
  const commits = stage.disk.facts.filter(({ type }) => type === 'intent' || type === 'release');
  const creates = commits.findIndex((fact) => fact.type === 'intent' && fact.row === 'forward/create');
  stage.disk.setBack(commits.length - creates - 1);
  stage.edit(old);
  await stage.clock.advance(MINUTE);
  const back = await stage.playOut('rotate', { request: { rank: 'rollback', undo: 'customers complain' } });
  expect([back.stop.status, back.stop.error?.code]).toEqual(['blocked', 'RK8004']);
  expect(back.stop.error?.message).toContain('the store has served it');
  expect(stage.live.map(({ id, disabled }) => [id, disabled])).toContainEqual([served, undefined]);
  expect(stage.refusals).toEqual([]);
});
