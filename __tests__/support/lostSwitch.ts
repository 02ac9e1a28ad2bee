import { Stage, type Played } from './stage';

/** The answer to the switch is lost, and before anybody looks a person writes another key into the secret. */
export async function lostSwitch(): Promise<Played & { readonly stage: Stage; readonly theirs: string }> {
  const stage = await new Stage().begin();
  const theirs = stage.vendor.add('theirs');
  const state = { isOver: false };
  const played = await stage.playOut('rotate', {
    faults: ({ method }) => {
      if (method !== 'PATCH' || state.isOver) return undefined;
      state.isOver = true;
      void stage.clock.sleep(1000).then(() => stage.edit({ api_key: theirs.value, api_key_id: theirs.id }));
      return { kind: 'lost' };
    },
  });
  return { ...played, stage, theirs: theirs.id };
}
