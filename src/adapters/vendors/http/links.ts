import LinkHeader from 'http-link-header';
import type { HttpResponse } from '../../../domain/ports';

/** Headers of 16 KB are all that a transport takes; a list of links is never that long. */
const LONGEST = 8192;

/**
 * The address of the next page by the Link header (https://www.rfc-editor.org/rfc/rfc8288). end: it names none, or says by `results="false"`,
 * as Sentry does, that the next page is empty. lost: there is a header that nobody can read, so nobody can tell.
 */
export function nextLink({ headers }: HttpResponse): { readonly address: string } | 'end' | 'lost' {
  const header = headers['link']?.trim() ?? '';
  if (header === '') return 'end';
  const links = parsed(header);
  // A parameter without a value swallows the one behind it.
  if (links === undefined || links.some(hasOddName)) return 'lost';
  const next = links.find((link) => saying(link, 'rel') === 'next');
  if (next === undefined || isEmpty(next)) return 'end';
  return { address: next.uri };
}

/** The types of the library promise more than a header does. */
type Link = Readonly<Record<string, unknown>> & { readonly uri: string };

const saying = (link: Link, name: string): string => {
  const said = link[name];
  return typeof said === 'string' ? said.toLowerCase() : '';
};

function parsed(header: string): readonly Link[] | undefined {
  if (header.length > LONGEST) return undefined;
  try {
    return LinkHeader.parse(header).refs;
  } catch {
    return undefined;
  }
}

const hasOddName = (link: Link): boolean => Object.keys(link).some((name) => !/^[a-z0-9*_-]+$/i.test(name));

/** https://docs.sentry.io/api/pagination/ */
const isEmpty = (link: Link): boolean => saying(link, 'results') === 'false';
