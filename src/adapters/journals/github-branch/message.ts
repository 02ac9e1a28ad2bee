import type { Entry } from '../../../domain/contracts/journal';
import type { Fact } from '../../../domain/journal/facts';
import { beginningOf, defuse } from '../../../domain/tools/text';

const MOST_LINES = 50;

/** The commit's message: whose facts they are and which, so that the history of the branch can be read by people. */
export function messageOf(entries: readonly Entry[]): { readonly headline: string; readonly body: string } {
  const lines = entries.map(
    (entry) => `${defuse(entry.state.name, 60)}: ${entry.facts.map(wordOf).join(', ')}`,
  );
  const [first = 'pages'] = lines;
  if (lines.length < 2) return { headline: beginningOf(first, 100), body: first.length > 100 ? first : '' };
  const more = lines.length > MOST_LINES ? [`and ${lines.length - MOST_LINES} more`] : [];
  return {
    headline: beginningOf(`${lines.length} keys: ${first}`, 100),
    body: [...lines.slice(0, MOST_LINES), ...more].join('\n'),
  };
}

const wordOf = (fact: Fact): string => ('row' in fact ? `${fact.type} ${fact.row}` : fact.type);
