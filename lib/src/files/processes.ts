import { readFileSync } from "node:fs";

/** A process as it can be told from a later one of the same number. */
export interface ProcessMark {
  pid: number;
  /** When it started, in the kernel's own ticks; null where the system does not tell. */
  started: string | null;
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: statOf(pid)?.started ?? null };
}

/** Whether that very process still runs: not one that was given its number later, and no zombie. */
export function isRunning({ pid, started }: ProcessMark): boolean {
  if (!(Number.isSafeInteger(pid) && pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user runs, too.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = statOf(pid);
  return now === null || (!now.zombie && (started === null || now.started === started));
}

/** State and start of a process as Linux tells them (proc_pid_stat(5), fields 3 and 22). */
function statOf(pid: number): { zombie: boolean; started: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name, in brackets, and may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { zombie: fields[0] === "Z" || fields[0] === "X", started: fields[19] };
  } catch {
    return null;
  }
}
