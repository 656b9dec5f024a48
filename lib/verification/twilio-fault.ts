import { z } from "zod";
import { logEvent } from "@/lib/log";
import type { Answer } from "./twilio-client";

/** Twilio's error codes that the flow must tell apart: https://www.twilio.com/docs/verify/api/error-codes */
export const twilioCode = {
  notFound: 20404,
  tooManyRequests: 20429,
  invalidParameter: 60200,
  maxChecksReached: 60202,
  maxSendsReached: 60203,
  landline: 60205,
  tooManyConcurrent: 60212,
  blockedByFraudGuard: 60410,
  blockedByGeoPermissions: 60605,
} as const;

/** Refusals that speak of one address, not of the provider's health. */
const addressCodes = new Set<number>([
  twilioCode.invalidParameter,
  twilioCode.maxChecksReached,
  twilioCode.maxSendsReached,
  twilioCode.landline,
  twilioCode.tooManyConcurrent,
  twilioCode.blockedByFraudGuard,
  twilioCode.blockedByGeoPermissions,
]);

const faultSchema = z.object({ code: z.number().nullable().catch(null) });

/** Why a call to Twilio failed. */
export type TwilioFault = {
  /** Twilio's error code, or null where there was none (HTML, nonsense, no answer). */
  code: number | null;
  /** Whether the fault speaks of this address alone. */
  isAboutAddress: boolean;
  /** Whether Twilio refused this one request, and serves others: a text that it will not send, for whatever reason. */
  isRefusal: boolean;
  /** Whether Twilio surely did nothing. Silence, a broken connection or nonsense may hide that it did what we asked. */
  didNothing: boolean;
};

/**
 * Sorts whatever the SDK threw, and tells the operator: Twilio's code, the HTTP status and the request id that
 * Twilio's support asks for. Never the message, which can repeat the address.
 */
export function readFault(
  operation: "start" | "check" | "cancel" | "fetch" | "summary",
  thrown: unknown,
  answer: Answer,
): TwilioFault {
  // Without an answer, `code` would be one of the runtime's own, such as 23 for a timeout.
  const code = answer.httpStatus === null ? null : faultSchema.catch({ code: null }).parse(thrown).code;
  const fault: TwilioFault = {
    code,
    isAboutAddress: code !== null && addressCodes.has(code),
    isRefusal: answer.httpStatus === 400 || answer.httpStatus === 403,
    didNothing: (answer.httpStatus ?? 0) >= 400 || isConnectionRefused(thrown),
  };
  const isExpected = fault.isAboutAddress || code === twilioCode.notFound;
  logEvent(isExpected ? "info" : "error", "twilio_verify_failed", {
    operation,
    twilioCode: code,
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    reason: reasonOf(thrown, answer),
    help: code === null ? null : `https://www.twilio.com/docs/errors/${code}`,
  });
  return fault;
}

function reasonOf(thrown: unknown, answer: Answer): string {
  if (answer.httpStatus === null) {
    if (thrown instanceof Error && thrown.name === "TimeoutError")
      return `no answer within ${answer.timeoutMs / 1_000} seconds`;
    return isConnectionRefused(thrown) ? "connection refused" : "connection broken";
  }
  return answer.httpStatus >= 300 ? "error answer" : "answer not understood";
}

function isConnectionRefused(thrown: unknown): boolean {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EAI_AGAIN";
}
