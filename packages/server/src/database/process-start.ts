import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process began, as text that differs for every process that ever had this number, or null when no such process runs. A number
 * alone proves nothing: it is given out again, most of all in containers, where every desk is number 1.
 */
export function processStart(pid: number): string | null {
  if (process.platform === "linux") return linux(pid);
  try { process.kill(pid, 0); } catch (error) { if ((error as NodeJS.ErrnoException).code === "ESRCH") return null; }
  return asked(pid);
}

function linux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything, so the fields are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state] = fields, ticks = fields[19];
    if (state === "Z" || state === "X") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${ticks}`;
  } catch {
    return null;
  }
}

/** "unknown" still counts as running: a lock too many can be removed by hand, a lock too few destroys the data. */
function asked(pid: number): string {
  const [command, ...parameters] = process.platform === "win32"
    ? ["powershell", "-NoProfile", "-Command", `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]
    : ["ps", "-o", "lstart=", "-p", String(pid)];
  try {
    return execFileSync(command!, parameters, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, LC_ALL: "C", TZ: "UTC" } }).trim() || "unknown";
  } catch {
    return "unknown";
  }
}
