import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** A program with all the processes that it starts. */
export interface ProcessGroup {
  readonly child: ChildProcess;
  /** Resolves when the program itself has ended, with its exit code or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Asks all to end, and ends whatever is still there after three seconds. */
  stop(): Promise<void>;
}

/** How long a program may take to end by itself, in milliseconds. */
const patience = 3_000;

/** Starts a program as the head of a process group, which does not outlive this process. */
export function startGroup(program: string, args: readonly string[], options: SpawnOptions): ProcessGroup {
  const child = spawn(program, args, { ...options, detached: true });
  const kill = (): void => {
    signal(child, 'SIGKILL');
  };
  process.once('exit', kill);
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, by) => {
      resolve(code ?? by ?? 1);
    });
  });
  ended.catch(() => undefined);
  return {
    child,
    ended,
    async stop() {
      if (signal(child, 'SIGTERM')) await Promise.race([ended.catch(() => undefined), delay(patience)]);
      kill();
      process.off('exit', kill);
    },
  };
}

/** Resolves after a time, without keeping the process alive for it. */
export function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

/** Whether the group was there to be signalled. */
function signal(child: ChildProcess, name: NodeJS.Signals): boolean {
  if (child.pid === undefined) return false;
  try {
    process.kill(-child.pid, name);
    return true;
  } catch {
    return false;
  }
}
