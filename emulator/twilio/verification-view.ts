import { isoSeconds } from "@/emulator/state/clock";
import type { Verification } from "@/emulator/state/verification";
import { verifyOrigin } from "@/emulator/twilio/service-view";

/** The examples in Twilio's OpenAPI description write SMS and EMAIL, but whatsapp and sna. */
function attemptChannel(channel: string): string {
  return channel === "sms" || channel === "email" ? channel.toUpperCase() : channel;
}

/** A verification as the API shows it: 15 keys, never the code. @see https://www.twilio.com/docs/verify/api/verification */
export function verificationView(verification: Verification): Record<string, unknown> {
  return {
    sid: verification.sid,
    service_sid: verification.serviceSid,
    account_sid: verification.accountSid,
    to: verification.to,
    channel: verification.channel,
    status: verification.status,
    valid: verification.status === "approved",
    date_created: isoSeconds(verification.createdAtMs),
    date_updated: isoSeconds(verification.updatedAtMs),
    lookup: {},
    amount: verification.amount,
    payee: verification.payee,
    send_code_attempts: verification.sends.map((send) => ({
      time: isoSeconds(send.atMs),
      channel: attemptChannel(send.channel),
      attempt_sid: send.sid,
    })),
    sna: null,
    url: `${verifyOrigin}/v2/Services/${verification.serviceSid}/Verifications/${verification.sid}`,
  };
}

/** The answer to a check: 12 keys. @see https://www.twilio.com/docs/verify/api/verification-check */
export function checkView(verification: Verification): Record<string, unknown> {
  return {
    sid: verification.sid,
    service_sid: verification.serviceSid,
    account_sid: verification.accountSid,
    to: verification.to,
    channel: verification.channel,
    status: verification.status,
    valid: verification.status === "approved",
    amount: verification.amount,
    payee: verification.payee,
    sna_attempts_error_codes: [],
    date_created: isoSeconds(verification.createdAtMs),
    date_updated: isoSeconds(verification.updatedAtMs),
  };
}
