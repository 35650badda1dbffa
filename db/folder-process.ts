import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process, told apart from all others that ever ran. */
export interface Process {
  /** The running kernel: the same in all containers of a machine, another after a restart. */
  kernel: string;
  /** Which processes its pid is a number among: each container counts its own. */
  pidNamespace: string;
  pid: number;
  /** Clock ticks from the kernel's start to the process's: a pid is used again, this pair is not. */
  startedAt: string;
}

export async function thisProcess(): Promise<Process> {
  const read = (value: Promise<string>, otherwise: string) =>
    value.then(
      (text) => text.trim(),
      () => otherwise,
    );
  return {
    kernel: await read(readFile('/proc/sys/kernel/random/boot_id', 'utf8'), hostname()),
    pidNamespace: await read(readlink('/proc/self/ns/pid'), hostname()),
    pid: process.pid,
    startedAt: await startOf(process.pid),
  };
}

/** Whether it still runs. `unknown`: its pid is from another container, or the system doesn't tell when it started. */
export async function isRunning(other: Process, me: Process): Promise<'yes' | 'no' | 'unknown'> {
  if (other.pidNamespace !== me.pidNamespace || other.startedAt === '') return 'unknown';
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'no';
  }
  return (await startOf(other.pid)) === other.startedAt ? 'yes' : 'no';
}

/** Field 22 of `/proc/<pid>/stat` (proc_pid_stat(5)); the second field, the name, may hold spaces and parentheses. */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing any more.
    return afterName[0] === 'Z' ? 'ended' : (afterName[19] ?? '');
  } catch {
    return '';
  }
}
