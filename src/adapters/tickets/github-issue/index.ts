import { defineAdapter } from '../../../domain/descriptor';
import { IssueApi } from './api';
import { settings } from './settings';
import { IssueTicket } from './ticket';

export const adapter = defineAdapter({
  kind: 'tickets',
  descriptor: {
    id: 'github-issue',
    title: 'GitHub issue',
    summary: 'One issue a rotation, kept up to date as a checklist, with the evidence as a folded comment.',
    homepage: 'https://docs.github.com/en/rest/issues/issues',
    permissions: [{ permission: 'issues: write', why: 'opens, edits, comments and closes issues' }],
    limits: ['Texts are cut at 60,000 characters; longer evidence is in the artifacts of the run.'],
    risks: [
      'Whoever may edit issues can edit evidence there: its digest is also in the journal and in the summary of the run.',
    ],
    github: { issues: 'write' },
    // A label may start somebody's workflow.
    changes: { labels: 'gate', repository: 'trust', title: 'cosmetic' },
    example: 'ticket: { use: github-issue, labels: [rotation] }',
    tried: 'Against a fake of the issues API only.',
  },
  settings,
  origins: () => ['https://api.github.com'],
  open: (chosen, { github, run }) =>
    new IssueTicket(new IssueApi(github, chosen.repository ?? github.repository), chosen, run.url),
});
