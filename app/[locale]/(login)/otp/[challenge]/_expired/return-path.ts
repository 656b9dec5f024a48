import { type ChallengePurpose, isOfSession } from "@/lib/auth/challenge/challenge";
import { pathWith } from "@/lib/http/safe-redirect";

type Asked = { id: string; purpose: ChallengePurpose; returnTo: string | null };

/** Where whoever leaves a code page without a code goes: to the form, filled with what was typed, or to where they were. */
export function returnPathFrom({ id, purpose, returnTo }: Asked): string {
  if (isOfSession(purpose)) return returnTo ?? "/account";
  // The id alone: what was typed is read on the server, by the browser's key.
  return purpose === "REGISTER" ? pathWith("/register", { from: id }) : pathWith("/login", { next: returnTo });
}
