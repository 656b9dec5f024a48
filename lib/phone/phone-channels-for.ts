import type { PhoneChannel } from "@/lib/code-channels";
import type { Purpose } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";

/**
 * The ways to a phone that a code page offers, by what the code is for and never by whom: a login's, where the operator
 * has switched them on. A new account's phone is not proven yet, and a sensitive act takes more than a phone number,
 * which others can take over (R21, R33).
 */
export function phoneChannelsFor(purpose: Purpose): readonly PhoneChannel[] {
  return purpose === "LOGIN" ? env().LOGIN_CHANNELS : [];
}
