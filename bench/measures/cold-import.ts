import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Measure } from "@/bench/harness/load";

const runs = 7;

/** What a cold start waits for: Twilio's whole library against the part that we load. */
export const coldImport: Measure = async () => {
  const lines = ["Loading Twilio in a new process."];
  for (const module of ["twilio", "twilio/lib/rest/VerifyBase"]) {
    lines.push(`${module.padEnd(32)} ${(await measureColdImport(module)).toFixed(0).padStart(6)} ms`);
  }
  return lines;
};

/** Milliseconds that a new Node process needs to load a module, the median of seven. */
async function measureColdImport(module: string): Promise<number> {
  const script = `const s = process.hrtime.bigint(); require(${JSON.stringify(module)}); console.log(Number(process.hrtime.bigint() - s) / 1e6)`;
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", script]);
    times.push(Number(stdout));
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
