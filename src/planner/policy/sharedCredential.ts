import { sentenceList } from '../../domain/tools/text';
import type { Rule } from './rule';

/** One credential behind two entries: ending it for one would end it for the other. */
export const sharedCredential: Rule = ({ shares }) => {
  if (shares.length === 0) return [];
  const message = `its credential is also the one of ${sentenceList(shares)}, which would fail when it is revoked`;
  return [{ rule: 'shared credential', code: 'RK2008', weight: 'refuse', message }];
};
