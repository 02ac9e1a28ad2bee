/** Names of entries in rekey.yml: letters, digits, dashes and underscores, so that they fit into labels, marks and lists. */
export const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
export const nameRule = 'a name of letters, digits, dashes and underscores, at most 63';
export const isName = (text: string): boolean => NAME.test(text);
