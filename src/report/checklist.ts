import { infoOf } from '../domain/steps';
import type { Pass } from '../domain/journal/facts';
import type { RotationState, RowState } from '../domain/journal/rotation';
import { rowParts } from '../domain/journal/rowId';
import { rowName } from './gates';
import { between, minute, moment } from './moment';
import { signOf, wordsOf, type WordState } from './words';

/** The five words as a task list, under each the steps that were touched. What was not observed gets no tick. */
export function checklist(rotation: RotationState): string {
  const forward = `**Steps**\n\n${passList(rotation, 'forward')}`;
  if (rotation.pass === 'forward') return forward;
  const title = rotation.pass === 'back' ? 'Taken back' : 'Discarded';
  return `${forward}\n\n**${title}**\n\n${passList(rotation, rotation.pass)}`;
}

function passList(rotation: RotationState, pass: Pass): string {
  return wordsOf(rotation, pass)
    .filter(({ mark }) => mark !== 'skipped')
    .flatMap((word) => [wordItem(word), ...stepItems(rotation, pass, word)])
    .join('\n');
}

function wordItem({ word, mark, from, to }: WordState): string {
  const time =
    from === undefined || to === undefined
      ? ''
      : mark === 'now'
        ? ` since ${moment(from)}`
        : ` ${moment(from)}, ${between(from, to)}`;
  return `- [${mark === 'done' ? 'x' : ' '}] ${signOf(mark)} **${word}**${time}`;
}

function stepItems(rotation: RotationState, pass: Pass, { word }: WordState): readonly string[] {
  return Object.entries(rotation.rows).flatMap(([id, row]) => {
    const parts = rowParts(id);
    if (!row || parts?.pass !== pass || infoOf(parts.step).word !== word) return [];
    const { step, unit } = parts;
    // The ticket is written by the close itself, so that it is read says that it was done.
    if (step === 'close' && rotation.closed !== undefined) return [];
    const name = rowName({ pass: 'forward', step, ...(unit !== undefined && { unit }) });
    const seen = row.result !== undefined && row.result.how !== 'not observed';
    return [`  - [${seen ? 'x' : ' '}] ${name} ${stateOf(row)}`];
  });
}

function stateOf({ result, intent, wait, failures }: RowState): string {
  const failed = failures === 0 ? '' : ', failed on the way';
  if (result) return `– ${result.how}, ${minute(result.at)}${failed}`;
  if (wait) return `– waits until ${moment(wait.until)}${failed}`;
  return intent ? `– begun ${minute(intent.at)}${failed}` : `– not passed${failed}`;
}
