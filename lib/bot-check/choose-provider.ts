import { altcha } from "./altcha";
import type { BotCheckTask } from "./bot-check-request";
import type { BotCheckProvider } from "./provider";
import { turnstile, turnstileKeys } from "./turnstile";

/** Turnstile if the shop has its keys, else proof of work. */
export function chooseProvider(): BotCheckProvider<BotCheckTask> {
  const keys = turnstileKeys();
  return keys ? turnstile(keys) : altcha;
}
