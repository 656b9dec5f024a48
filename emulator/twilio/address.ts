import type { VerifyChannel } from "@/emulator/state/account";
import { invalidParameter } from "@/emulator/twilio/twilio-error";

const phone = /^\+[1-9]\d{6,14}$/;
const email = /^[^\s@"<>(),:;\\]{1,64}@(?:[^\s@.]+\.)+[^\s@.]{2,}$/;
const longestEmail = 254;

/** True for something shaped like local@domain.tld. */
export function isEmail(text: string): boolean {
  return text.length <= longestEmail && email.test(text) && !text.includes("..");
}

/** True for E.164: a plus sign and up to 15 digits. */
export function isPhone(text: string): boolean {
  return phone.test(text);
}

/** Refuses an address which the channel cannot reach with 60200 "Invalid parameter: To". */
export function requireReachable(to: string, channel: VerifyChannel): void {
  const isReachable = channel === "email" ? isEmail(to) : isPhone(to);
  if (!isReachable) throw invalidParameter("To");
}

/** What makes two addresses the same to Verify. Assumed: an email's case does not count. */
export function subjectKey(serviceSid: string, to: string): string {
  return `${serviceSid} ${to.toLowerCase()}`;
}
