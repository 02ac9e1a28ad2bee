import type { Pass } from '../domain/journal/facts';
import type { RotationState } from '../domain/journal/rotation';
import type { Word } from '../domain/steps';
import { between, minute } from './moment';
import { signOf, wordsOf, type Mark, type WordState } from './words';

const MOST_KEYS = 12;

/** Colours that can be read on a light and on a dark page. https://mermaid.js.org/syntax/flowchart.html#classes */
const CLASSES = [
  'classDef done fill:#1f883d,stroke:#1a7f37,color:#ffffff',
  'classDef unseen fill:#d4a72c,stroke:#9a6700,color:#000000',
  'classDef now fill:#0969da,stroke:#0550ae,color:#ffffff',
  'classDef failed fill:#cf222e,stroke:#a40e26,color:#ffffff',
  'classDef key fill:#ddf4ff,stroke:#54aeff,color:#0a3069',
  'classDef later fill:#eaeef2,stroke:#8c959f,color:#57606a',
];

const CLASS_OF: Readonly<Record<Mark, string>> = {
  done: 'done',
  unseen: 'unseen',
  now: 'now',
  failed: 'failed',
  stopped: 'later',
  'not yet': 'later',
  skipped: 'later',
};

/** The way of each key through the five words, as a drawing that GitHub renders; undefined when nothing happened. */
export function picture(rotations: readonly RotationState[]): string | undefined {
  const lanes = rotations.slice(0, MOST_KEYS).flatMap(lane);
  if (lanes.length === 0) return undefined;
  const lines = ['flowchart LR', ...CLASSES, ...lanes].map((line, index) =>
    index === 0 ? line : `  ${line}`,
  );
  return ['```mermaid', ...lines, '```'].join('\n');
}

function lane(rotation: RotationState, index: number): readonly string[] {
  const passes: readonly Pass[] = rotation.pass === 'forward' ? ['forward'] : ['forward', rotation.pass];
  const nodes = passes.flatMap((pass) =>
    wordsOf(rotation, pass)
      .filter(({ mark }) => mark !== 'skipped')
      .map((word) => node(word, pass)),
  );
  if (nodes.length === 0) return [];
  const key = `(["${label(rotation.snapshot.name)}"]):::key`;
  return [[key, ...nodes].map((text, position) => `k${index}n${position}${text}`).join(' --> ')];
}

function node({ word, mark, from, to }: WordState, pass: Pass): string {
  const time = from === undefined || to === undefined ? [] : [timeOf(mark, from, to)];
  return `["${[`${signOf(mark)} ${nameOf(word, pass)}`, ...time].join('<br>')}"]:::${CLASS_OF[mark]}`;
}

const nameOf = (word: Word, pass: Pass): string => (pass === 'forward' ? word : `undo ${word}`);

const timeOf = (mark: Mark, from: string, to: string): string =>
  mark === 'now' ? `since ${minute(from).slice(5)}` : between(from, to);

/** What a name may be made of inside the drawing. */
const label = (text: string): string => text.replace(/[^\w .-]/g, ' ').slice(0, 40);
