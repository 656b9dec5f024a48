// Client-safe: the shape in which a form's state asks for a proof.
import type { Challenge } from "altcha-lib/types";

export type AltchaTask = { kind: "altcha"; challenge: Challenge };

export type TurnstileTask = { kind: "turnstile"; scriptUrl: string; siteKey: string; action: string; cData: string };

export type BotCheckTask = AltchaTask | TurnstileTask;

/** What a form asks for before it does its work, and how to get on where the task cannot be done. */
export type BotCheckRequest = {
  task: BotCheckTask;
  /** Counts as a proof when it comes back after `waitSeconds`. */
  waitToken: string;
  /** From when the answer was made. */
  waitSeconds: number;
};

/** A request with what its form says meanwhile, and where the task cannot be done: in the language of who is asked. */
export type BotCheckInWords = BotCheckRequest & { words: { running: string; wait: string } };

/** The hidden fields by which a form brings its proof. */
export const botCheckField = "proof";
export const waitTokenField = "waitToken";
