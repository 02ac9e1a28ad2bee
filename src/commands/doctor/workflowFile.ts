/** The workflow to paste. README and docs/examples have the same text, for `npm run generate` copies it there. */
export const WORKFLOW_FILE = `# .github/workflows/rekey.yml
name: rekey
on:
  schedule:
    - cron: '17 * * * *' # a tick: finishes what waits, starts what is due; with nothing due it is over in seconds
  workflow_dispatch:
    inputs:
      command:
        type: choice
        default: plan
        options: [plan, doctor, rotate, rehearse, rollback, abandon, remove, hold, release, report]
      keys: { description: 'names from rekey.yml, comma separated' }
      now: { type: boolean, description: 'rotate although it is not due' }
      init: { type: boolean, description: 'with doctor: make the empty journal' }
      reason: { description: 'goes on the ticket; never paste a key' }
permissions: {}
jobs:
  rekey:
    name: Rekey
    runs-on: ubuntu-24.04
    environment: production # of the keys; only the default branch may use it, and Vault's role names it
    timeout-minutes: 60
    concurrency: # courtesy: ticks do not pile up, and people are never queued behind them
      group: rekey-production-\${{ github.event_name == 'schedule' && 'tick' || github.run_id }}
    permissions:
      id-token: write # proves to Vault who this job is
      contents: write # reads rekey.yml, appends to the journal branch
      issues: write # the change ticket
      actions: write # starts deploy workflows; asks whether an older run is over
    steps:
      - uses: OWNER/rekey@COMMIT # pin a release by its full commit
        with:
          command: \${{ inputs.command || 'rotate' }}
          keys: \${{ inputs.keys }}
          now: \${{ inputs.now || false }}
          init: \${{ inputs.init || false }}
          reason: \${{ inputs.reason }}
`;
