import { checkDescription } from './checkDescription';
import { whole } from './description';

export const settings = whole.superRefine((it, context) => {
  for (const { path, message } of checkDescription(it))
    context.addIssue({ code: 'custom', path: [...path], message });
});
