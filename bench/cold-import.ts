import { execFile } from "node:child_process";
import { promisify } from "node:util";

const runs = 7;

/** Milliseconds that a new Node process needs to load a module, the median of seven. */
export async function measureColdImport(module: string): Promise<number> {
  const script = `const s = process.hrtime.bigint(); require(${JSON.stringify(module)}); console.log(Number(process.hrtime.bigint() - s) / 1e6)`;
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", script]);
    times.push(Number(stdout));
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
