import type { Result } from "@/lib/result";

/** A bot check of one purpose fails for another. */
export type BotCheckPurpose = "login" | "register" | "resend" | "recovery" | "code";

export type BotCheckBearer = {
  purpose: BotCheckPurpose;
  /** Never leaves the server from here. */
  browserKey: string;
  ip: string | null;
};

type BotCheckError =
  /** One answer for wrong, expired, used and foreign. */
  "BOT_CHECK_INVALID" | "BOT_CHECK_UNAVAILABLE";

export interface BotCheckProvider<Task> {
  issue(bearer: BotCheckBearer): Promise<Task>;
  /** A valid response counts once. Throws LimitsUnavailable. */
  verify(response: string, bearer: BotCheckBearer): Promise<Result<null, BotCheckError>>;
}
