import type { Account, VerifyService } from "@/emulator/state/account";
import type { Settings } from "@/emulator/state/emulator-state";
import type { LifeEvent, SendAttempt, Verification, VerifyChannel } from "@/emulator/state/verification";
import { subjectKey } from "./twilio-request";

/** @see https://www.twilio.com/docs/api/errors/60203 */
export const maxSends = 5;
/** @see https://www.twilio.com/docs/api/errors/60202 */
export const maxChecks = 5;

function note(verification: Verification, what: LifeEvent["what"], atMs: number): void {
  verification.life.push({ atMs, what });
}

/** Settled at each look, so no timer is needed. @see https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts */
export function settle(verification: Verification, nowMs: number): void {
  const ends = verification.status === "pending" || verification.status === "max_attempts_reached";
  if (!ends || nowMs < verification.expiresAtMs) return;
  verification.status = "expired";
  verification.updatedAtMs = verification.expiresAtMs;
  note(verification, "expired", verification.expiresAtMs);
}

/** Why a new send is refused for this address, or undefined if it is not. */
export function refusalOfSend(
  verification: Verification,
  settings: Pick<Settings, "createAfterMaxChecks">,
  nowMs: number,
): 60202 | 60203 | undefined {
  settle(verification, nowMs);
  if (verification.status === "max_attempts_reached") {
    if (settings.createAfterMaxChecks === "fresh") return undefined;
    return settings.createAfterMaxChecks === "60203" ? 60203 : 60202;
  }
  if (verification.status === "pending" && verification.sends.length >= maxSends) {
    note(verification, "too many sends", nowMs);
    return 60203;
  }
  return undefined;
}

/** Adds a send of the same code. The end of life stays where it was. */
export function addSend(verification: Verification, attempt: SendAttempt, channel: VerifyChannel): void {
  note(verification, verification.sends.length === 0 ? "sent" : "sent again", attempt.atMs);
  verification.sends.push(attempt);
  verification.channel = channel;
  verification.updatedAtMs = attempt.atMs;
}

export type CheckVerdict = "approved" | "wrong" | "exhausted" | "gone";

/** Never yields: of parallel right codes one is approved. @see
 * https://www.twilio.com/docs/verify/api/verification-check */
export function checkCode(
  verification: Verification,
  code: string,
  settings: Pick<Settings, "afterMaxChecks">,
  nowMs: number,
): CheckVerdict {
  settle(verification, nowMs);
  if (verification.status === "max_attempts_reached") return settings.afterMaxChecks === "429" ? "exhausted" : "gone";
  if (verification.status !== "pending") return "gone";
  if (verification.checks >= maxChecks) {
    verification.status = "max_attempts_reached";
    verification.updatedAtMs = nowMs;
    note(verification, "too many checks", nowMs);
    return settings.afterMaxChecks === "429" ? "exhausted" : "gone";
  }
  verification.checks += 1;
  verification.updatedAtMs = nowMs;
  if (code !== verification.code) {
    note(verification, "wrong code", nowMs);
    return "wrong";
  }
  verification.status = "approved";
  note(verification, "approved", nowMs);
  return "approved";
}

/** False if nothing is left to decide. @see
 * https://www.twilio.com/docs/verify/api/verification#update-a-verification-status */
export function decide(verification: Verification, status: "approved" | "canceled", nowMs: number): boolean {
  settle(verification, nowMs);
  if (verification.status !== "pending" && verification.status !== "max_attempts_reached") return false;
  verification.status = status;
  verification.updatedAtMs = nowMs;
  note(verification, status, nowMs);
  return true;
}

/** The verification which this address has now in this service, even if its life is over. */
export function latestVerification(account: Account, service: VerifyService, to: string): Verification | undefined {
  return account.verifications.get(account.liveVerifications.get(subjectKey(service.sid, to)) ?? "");
}

/** By verification sid or by address; only of this service. */
export function findVerification(account: Account, service: VerifyService, sidOrTo: string): Verification | undefined {
  const verification = account.verifications.get(sidOrTo) ?? latestVerification(account, service, sidOrTo);
  return verification?.serviceSid === service.sid ? verification : undefined;
}

/** Twilio deletes finished ones. @see https://www.twilio.com/docs/verify/api/verification-check */
export function findOpenVerification(
  account: Account,
  service: VerifyService,
  sidOrTo: string,
  nowMs: number,
): Verification | undefined {
  const verification = findVerification(account, service, sidOrTo);
  if (verification === undefined) return undefined;
  settle(verification, nowMs);
  const isOpen = verification.status === "pending" || verification.status === "max_attempts_reached";
  return isOpen ? verification : undefined;
}
