/** Names of entries in rekey.yml: letters, digits, dashes and underscores, so that they fit into labels, marks, file names and lists. */
export const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;
export const nameRule = 'a name of letters, digits, dashes and underscores, at most 63';

/** `constructor`, `__proto__` and what else every object has by itself: a name that finds something where nobody put it. */
export const isInherited = (text: string): boolean => text in {};
export const inheritedRule = 'another one, because this one means something in JavaScript';
export const isName = (text: string): boolean => NAME.test(text) && !isInherited(text);
