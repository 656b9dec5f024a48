import { isEmail, isPhone } from "@/emulator/state/address";
import type { VerifyChannel } from "@/emulator/state/verification";
import { invalidParameter } from "./twilio-error";

/** Refuses an address which the channel cannot reach with 60200 "Invalid parameter: To". */
export function requireReachable(to: string, channel: VerifyChannel): void {
  const isReachable = channel === "email" ? isEmail(to) : isPhone(to);
  if (!isReachable) throw invalidParameter("To");
}

/** What makes two addresses the same to Verify. Assumed: an email's case does not count. */
export function subjectKey(serviceSid: string, to: string): string {
  return `${serviceSid} ${to.toLowerCase()}`;
}
