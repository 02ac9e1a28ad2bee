import { defineAdapter } from '../../../domain/descriptor';
import { WorkflowApi } from './api';
import { WorkflowDeployer } from './deployer';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'deployers',
  descriptor: {
    id: 'github-workflow',
    title: 'GitHub workflow',
    summary: 'Dispatches the workflow that already deploys a service, and follows its run.',
    homepage: 'https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event',
    permissions: [
      { permission: 'actions: write', why: 'starts the workflow by workflow_dispatch' },
      { permission: 'actions: read', why: 'finds and follows its run' },
      {
        permission: 'contents: read',
        why: 'reads whether the workflow takes what Rekey sends, before a key is made',
      },
    ],
    limits: ['25 inputs; 10 on GitHub Enterprise Server.'],
    risks: [
      'Complete means that the run succeeded: the workflow itself must wait until no old instance is left.',
      "A workflow in the concurrency group of Rekey's own waits for Rekey while Rekey waits for it.",
    ],
    github: { actions: 'write', contents: 'read' },
    changes: {
      workflow: 'trust',
      repository: 'trust',
      ref: 'trust',
      inputs: 'trust',
      queued_hint_after: 'cosmetic',
    },
    example: 'roll: { use: github-workflow, workflow: deploy.yml, inputs: { service: "{workload}" } }',
    tried: 'Against a fake of the Actions API only.',
  },
  settings,
  origins: () => ['https://api.github.com'],
  open: (chosen, { github, run }) => {
    const repository = chosen.repository ?? github.repository;
    const own = repository === github.repository && run.defaultBranch !== '' ? run.defaultBranch : undefined;
    return new WorkflowDeployer(new WorkflowApi(github, repository, chosen.workflow), chosen, own);
  },
});
