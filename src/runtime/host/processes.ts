import { readFile } from 'node:fs/promises';

/** When the process with this number started, as the system words it; '' when it does not tell; undefined: no such process. */
export type StartOf = (pid: number) => Promise<string | undefined>;

export const startOf: StartOf = async (pid) => {
  if (!isAlive(pid)) return undefined;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Boot and ticks since then. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, field 22 */
async function fromProc(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // The name in brackets may hold spaces, so count from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (isEnded(fields[0])) return undefined;
    return `${boot.trim()} ${fields[19] ?? ''}`;
  } catch {
    return isAlive(pid) ? '' : undefined;
  }
}

/** It has ended, and nobody has asked how: in a container without an init that lasts for ever, and a signal still finds it. */
const isEnded = (state = ''): boolean => /^[ZX]/i.test(state);

async function fromPs(pid: number): Promise<string | undefined> {
  const { getExecOutput } = await import('@actions/exec');
  try {
    const { stdout } = await getExecOutput('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      silent: true,
      ignoreReturnCode: true,
    });
    const [, state, started = ''] = /^\s*(\S+)\s+(.*\S)/.exec(stdout) ?? [];
    return isEnded(state) ? undefined : started;
  } catch {
    return '';
  }
}
