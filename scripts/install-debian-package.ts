import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const TIMEOUT_MS = 600_000;

/**
 * Installs the first of the packages that Debian's or Ubuntu's package manager has. False where there is no apt-get,
 * this process is not root, or no package could be had. Servers are not started as services of the machine.
 */
export function installDebianPackage(purpose: string, ...names: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log(`Installing ${purpose} with the system's package manager (apt-get install ${names[0]}) ...`);
  const options = {
    stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    timeout: TIMEOUT_MS,
  };
  spawnSync("apt-get", ["update", "-qq"], options);
  const install = ["install", "-y", "-qq", "--no-install-recommends"];
  return names.some((name) => spawnSync("apt-get", [...install, name], options).status === 0);
}
