import type { Result } from "@/lib/result";

/** What a person was doing when the proof was asked for. A proof of one purpose is worth nothing for another. */
export type BotCheckPurpose = "login" | "register" | "resend" | "recovery" | "code";

/** Whom a proof is good for. */
export type BotCheckBearer = {
  purpose: BotCheckPurpose;
  /** The random key that binds challenges to this browser; it never leaves the server from here. */
  browserKey: string;
  /** The visitor's address, null where no trusted proxy tells it. */
  ip: string | null;
};

type BotCheckError =
  /** Wrong, expired, used before, or made for another purpose or browser: one answer for all. */
  | "BOT_CHECK_INVALID"
  /** The service that judges did not answer in time, or talks nonsense: closed all the same. */
  | "BOT_CHECK_UNAVAILABLE";

/** Whoever gives a browser something to prove, and judges what comes back. */
export interface BotCheckProvider<Task> {
  /** A new task for this browser, as plain data that a form can carry. */
  issue(bearer: BotCheckBearer): Promise<Task>;
  /** Judges a response; a valid one counts once. Throws LimitsUnavailable when nobody can tell whether it was used before. */
  verify(response: string, bearer: BotCheckBearer): Promise<Result<null, BotCheckError>>;
}
