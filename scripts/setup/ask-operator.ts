import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { SetupProblem } from "@/scripts/processes/setup-problem";

export type Question = {
  variable: string;
  /** What is asked for, and where to find it. */
  words: string;
  isSecret?: boolean;
  /** What an empty answer stands for. */
  fallback?: string;
  /** Why an answer cannot be right, or null. */
  problem(answer: string): string | null;
};

export type Ask = (question: Question) => Promise<string>;

/** Asks at the terminal until the answer can be right; a secret is not shown as it is typed or pasted. */
export function askAtTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Ask {
  return async ({ words, isSecret = false, fallback, problem }) => {
    const hint = fallback === undefined ? "" : ` [${isSecret ? "Enter takes the one in .env" : fallback}]`;
    for (;;) {
      output.write(`${words}${hint}: `);
      const answer = (await readLine(input, isSecret ? silence() : output)).trim() || fallback || "";
      if (isSecret) output.write("\n");
      const wrong = problem(answer);
      if (wrong === null) return answer;
      output.write(`${wrong}\n`);
    }
  };
}

const silence = () => new Writable({ write: (_chunk, _encoding, done) => done() });

function readLine(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const terminal = createInterface({ input, output, terminal: true });
    terminal.once("line", (line) => {
      resolve(line);
      terminal.close();
    });
    terminal.once("close", () => reject(new SetupProblem("Set-up was ended before it had its answers.")));
  });
}
