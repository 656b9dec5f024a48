import { solveChallengeWorkers } from "altcha-lib";
import type { AltchaTask, BotCheckTask, TurnstileTask } from "@/lib/bot-check/bot-check-request";

/** More threads would block the phone. */
const maxWorkers = 4;
/** Slower than any phone; then waiting is better. */
const workTimeoutMs = 45_000;
/** For Cloudflare to decide, or to ask. */
const turnstileTimeoutMs = 30_000;

/** Gives the response; rejects if the browser cannot. `slot` is for Turnstile. */
export async function doBotCheckTask(task: BotCheckTask, slot: HTMLElement, signal: AbortSignal): Promise<string> {
  return task.kind === "altcha" ? await work(task, signal) : await askTurnstile(task, slot, signal);
}

async function work({ challenge }: AltchaTask, signal: AbortSignal): Promise<string> {
  const controller = new AbortController();
  signal.addEventListener("abort", () => controller.abort());
  const solution = await solveChallengeWorkers({
    challenge,
    concurrency: Math.min(maxWorkers, navigator.hardwareConcurrency || 2),
    createWorker: () => new Worker(new URL("./bot-check-worker.ts", import.meta.url), { type: "module" }),
    controller,
    timeout: workTimeoutMs,
  });
  if (solution === null) throw new Error("The proof of work was not finished.");
  return JSON.stringify({ challenge, solution });
}

/** developers.cloudflare.com/turnstile/get-started/client-side-rendering */
type TurnstileScript = {
  render: (container: HTMLElement, options: Record<string, unknown>) => string;
  remove: (widgetId: string) => void;
};

async function askTurnstile(task: TurnstileTask, slot: HTMLElement, signal: AbortSignal): Promise<string> {
  return await new Promise((resolve, reject) => {
    const fail = () => reject(new Error("Turnstile gave no token."));
    const timer = setTimeout(fail, turnstileTimeoutMs);
    const show = (script: TurnstileScript) => {
      if (signal.aborted) return;
      const widgetId = script.render(slot, {
        sitekey: task.siteKey,
        action: task.action,
        cData: task.cData,
        "response-field": false,
        // Shown for a box to tick, which may take any time.
        appearance: "interaction-only",
        "before-interactive-callback": () => clearTimeout(timer),
        callback: resolve,
        "error-callback": fail,
        "unsupported-callback": fail,
      });
      signal.addEventListener("abort", () => script.remove(widgetId));
    };
    loadTurnstile(task.scriptUrl).then(show).catch(fail);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}

async function loadTurnstile(url: string): Promise<TurnstileScript> {
  const global = window as { turnstile?: TurnstileScript };
  if (!global.turnstile) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }
  if (!global.turnstile) throw new Error("Turnstile's script brought nothing.");
  return global.turnstile;
}
