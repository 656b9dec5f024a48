import VerifyBase from "twilio/lib/rest/VerifyBase";
import { z } from "zod";
import { env } from "@/lib/env";
import { requestProvider } from "@/lib/http/provider-request";
import { logEvent } from "@/lib/log";
import { askProvider } from "@/lib/telemetry/trace";

const shopperWaitMs = 5_000;

type SdkRequest = {
  method: string;
  uri: string;
  params?: Record<string, unknown>;
  data?: Record<string, unknown>;
  headers?: Record<string, string>;
};

type Answer = { httpStatus: number | null; requestId: string | null; timeoutMs: number };

/** Twilio's SDK over Node's client: axios errors carry credentials, and it loads slowly. One per call. `timeoutMs` in ms. */
export function openVerify({ isTrusted = false, timeoutMs = shopperWaitMs } = {}): {
  service: ReturnType<VerifyBase["v2"]["services"]>;
  attemptsSummary: VerifyBase["v2"]["verificationAttemptsSummary"];
  answer: Answer;
} {
  const answer: Answer = { httpStatus: null, requestId: null, timeoutMs };
  const verify = new VerifyBase({ request: (request: SdkRequest) => send(request, answer) });
  const { TWILIO_VERIFY_BASE_URL, TWILIO_VERIFY_SERVICE_SID, TWILIO_TRUSTED_VERIFY_SERVICE_SID } = env();
  verify.baseUrl = TWILIO_VERIFY_BASE_URL;
  const { v2 } = verify;
  return {
    service: v2.services((isTrusted && TWILIO_TRUSTED_VERIFY_SERVICE_SID) || TWILIO_VERIFY_SERVICE_SID),
    attemptsSummary: v2.verificationAttemptsSummary,
    answer,
  };
}

async function send(request: SdkRequest, answer: Answer) {
  const query = encode(request.params);
  const { status, headers, body } = await askProvider("twilio", operationOf(request), async () => {
    const received = await requestProvider(query === "" ? request.uri : `${request.uri}?${query}`, {
      method: request.method.toUpperCase(),
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        ...request.headers,
        Authorization: authorization(),
      },
      ...(request.data ? { body: encode(request.data) } : {}),
      timeoutMs: answer.timeoutMs,
    });
    answer.httpStatus = received.status;
    const requestId = received.headers["twilio-request-id"];
    answer.requestId = typeof requestId === "string" ? requestId : null;
    return received;
  });
  return { statusCode: status, body, headers };
}

type Operation = "start" | "check" | "cancel" | "fetch" | "summary";

/** The path may hold an address. */
function operationOf({ method, uri }: SdkRequest): Operation {
  if (uri.endsWith("/Verifications")) return "start";
  if (uri.endsWith("/VerificationCheck")) return "check";
  if (uri.includes("/Verifications/")) return method.toUpperCase() === "POST" ? "cancel" : "fetch";
  return "summary";
}

function encode(fields: Record<string, unknown> = {}): string {
  return new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString();
}

function authorization(): string {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_KEY, TWILIO_API_SECRET } = env();
  const [user, password] =
    TWILIO_API_KEY && TWILIO_API_SECRET ? [TWILIO_API_KEY, TWILIO_API_SECRET] : [TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN];
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

/** twilio.com/docs/verify/api/error-codes */
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

/** About one address, not the provider's health. */
const addressCodes = new Set<number>([
  twilioCode.invalidParameter,
  twilioCode.maxChecksReached,
  twilioCode.maxSendsReached,
  twilioCode.landline,
  twilioCode.tooManyConcurrent,
  twilioCode.blockedByFraudGuard,
  twilioCode.blockedByGeoPermissions,
]);

const failureSchema = z.object({ code: z.number().nullable().catch(null) });

export type TwilioFailure = {
  code: number | null;
  isAboutAddress: boolean;
  /** Refused this request only. */
  isRefusal: boolean;
  /** False if silence or an invalid answer may hide success. */
  didNothing: boolean;
};

/** Classifies and logs an SDK error, without the message, which can repeat the address. */
export function readTwilioFailure(operation: Operation, thrown: unknown, answer: Answer): TwilioFailure {
  // Without an answer, `code` is the runtime's, such as 23 for a timeout.
  const code = answer.httpStatus === null ? null : failureSchema.catch({ code: null }).parse(thrown).code;
  const failure: TwilioFailure = {
    code,
    isAboutAddress: code !== null && addressCodes.has(code),
    isRefusal: answer.httpStatus === 400 || answer.httpStatus === 403,
    didNothing: (answer.httpStatus ?? 0) >= 400 || isConnectionRefused(thrown),
  };
  const isExpected = failure.isAboutAddress || code === twilioCode.notFound;
  logEvent(isExpected ? "info" : "error", "twilio_verify_failed", {
    operation,
    twilioCode: code,
    httpStatus: answer.httpStatus,
    requestId: answer.requestId,
    reason: reasonOf(thrown, answer),
    help: code === null ? null : `https://www.twilio.com/docs/errors/${code}`,
  });
  return failure;
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
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined;
  return code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EAI_AGAIN";
}
