import { altcha } from "./altcha";
import type { BotCheckTask } from "./bot-check-request";
import type { BotCheckProvider } from "./provider";
import { turnstile, turnstileKeys } from "./turnstile";

/** Turnstile where the shop has its keys, else the proof of work that needs nobody else. */
export function chooseProvider(): BotCheckProvider<BotCheckTask> {
  const keys = turnstileKeys();
  return keys ? turnstile(keys) : altcha;
}
