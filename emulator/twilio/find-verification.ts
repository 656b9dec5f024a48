import type { Account, VerifyService } from "@/emulator/state/account";
import type { Verification } from "@/emulator/state/verification";
import { subjectKey } from "@/emulator/twilio/address";
import { settle } from "@/emulator/twilio/verification-machine";

/** The verification which this address has now in this service, even if its life is over. */
export function latestVerification(account: Account, service: VerifyService, to: string): Verification | undefined {
  return account.verifications.get(account.liveVerifications.get(subjectKey(service.sid, to)) ?? "");
}

/** By verification sid or by address; only of this service. */
export function findVerification(account: Account, service: VerifyService, sidOrTo: string): Verification | undefined {
  const verification = account.verifications.get(sidOrTo) ?? latestVerification(account, service, sidOrTo);
  return verification?.serviceSid === service.sid ? verification : undefined;
}

/**
 * One that can still be looked at: Twilio deletes the sid once it is approved, canceled or expired.
 * @see https://www.twilio.com/docs/verify/api/verification-check
 */
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
