import type { WireRequest } from '../../src/runtime/http/wire';
import type { Company, Ran } from '../support/company';

/** A text that the program made, and where it stands. */
export interface Place {
  readonly where: string;
  readonly text: string;
  /** For a piece of a request: who gets it, and which piece it is. */
  readonly sent?: { readonly origin: string; readonly path: string; readonly piece: string };
}

/** Every byte that runs of a company printed, left, sent or had kept, before any mask. */
export function placesOf(company: Company): readonly Place[] {
  return [
    ...company.ran.flatMap(leftBy),
    ...[...company.disk].flatMap(([path, text]) => [{ where: `file ${path}`, text: `${path}\n${text}` }]),
    ...journalOf(company),
    ...issuesOf(company),
  ];
}

function leftBy(ran: Ran, index: number): readonly Place[] {
  const { lines, debug, errors, outputs, summary, exchanges } = ran.traces;
  const run = `run ${index + 1}`;
  return [
    { where: `${run}, log`, text: lines.join('\n') },
    { where: `${run}, debug log`, text: debug.join('\n') },
    { where: `${run}, annotations`, text: errors.join('\n') },
    { where: `${run}, outputs`, text: JSON.stringify(outputs) },
    { where: `${run}, summary`, text: summary },
    ...exchanges.flatMap(({ request }) => piecesOf(request)),
  ];
}

function piecesOf(request: WireRequest): readonly Place[] {
  const { origin, pathname, search } = request.url;
  const pieces: [string, string][] = [
    ['url', `${request.method} ${pathname}${search}`],
    ['body', request.body ?? ''],
    ...Object.entries(request.headers).map(([name, text]): [string, string] => [`header ${name}`, text]),
  ];
  return pieces.map(([piece, text]) => ({
    where: `${request.method} ${origin}${pathname.slice(0, 60)}, ${piece}`,
    text,
    sent: { origin, path: pathname, piece },
  }));
}

/** Also of commits that no branch holds any more; each text once, for a journal repeats itself. */
function journalOf({ github }: Company): readonly Place[] {
  const { store } = github.home.git;
  const texts = new Map<string, string>();
  for (const { message, files, oid } of store.commits.values()) {
    if (files.has('.github/rekey.yml')) continue;
    texts.set(message, `journal, message of ${oid}`);
    for (const [path, text] of files) texts.set(`${path}\n${text}`, `journal, ${path} at ${oid}`);
  }
  for (const text of store.blobs.values()) texts.set(text, 'journal, a blob');
  return [...texts].map(([text, where]) => ({ where, text }));
}

const issuesOf = ({ github }: Company): readonly Place[] =>
  github.home.issues.all.flatMap(({ number, title, body, labels, comments }) => [
    { where: `ticket ${number}`, text: [title, body, ...labels].join('\n') },
    ...comments.map((comment) => ({ where: `comment on ticket ${number}`, text: comment.body })),
  ]);
