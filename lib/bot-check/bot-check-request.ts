import type { Challenge } from "altcha-lib/types";

export type AltchaTask = { kind: "altcha"; challenge: Challenge };

export type TurnstileTask = { kind: "turnstile"; scriptUrl: string; siteKey: string; action: string; cData: string };

export type BotCheckTask = AltchaTask | TurnstileTask;

export type BotCheckRequest = {
  task: BotCheckTask;
  /** Passes the bot check after `waitSeconds`. */
  waitToken: string;
  waitSeconds: number;
};

export type BotCheckInWords = BotCheckRequest & { words: { running: string; wait: string } };

export const botCheckField = "proof";
export const waitTokenField = "waitToken";
