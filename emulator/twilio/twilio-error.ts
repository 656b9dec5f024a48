/** Statuses of 60216, 60253, 60408 and 60410 are assumed. @see https://www.twilio.com/docs/verify/api/error-codes */
export const twilioErrors = {
  20001: { status: 400, message: "Invalid parameter" },
  20003: { status: 401, message: "Authenticate" },
  20004: { status: 405, message: "Method not allowed" },
  20404: { status: 404, message: "The requested resource was not found" },
  20429: { status: 429, message: "Too many requests" },
  20500: { status: 500, message: "An internal server error has occurred" },
  20503: { status: 503, message: "Service is unavailable. Please try again" },
  60200: { status: 400, message: "Invalid parameter" },
  60202: { status: 429, message: "Max check attempts reached" },
  60203: { status: 429, message: "Max send attempts reached" },
  60204: { status: 403, message: "Service does not support this feature" },
  60205: { status: 403, message: "SMS is not supported by landline phone number" },
  60206: { status: 400, message: "'Amount' & 'Payee' params are required" },
  60207: { status: 400, message: "Max rate limits per service reached" },
  60208: { status: 400, message: "Rate limit with the provided UniqueName already exists" },
  60209: { status: 400, message: "Invalid UniqueName: only letters, digits, '-', '_' and '.'" },
  60210: { status: 400, message: "Max buckets per rate limit reached" },
  60211: { status: 400, message: "Bucket with the provided Interval already exists" },
  60212: { status: 429, message: "Too many concurrent requests for phone number" },
  60215: { status: 400, message: "Max number of mailers per account reached" },
  60216: { status: 400, message: "Error while encrypting or decrypting the SendGrid API key" },
  60217: { status: 400, message: "Invalid Service configuration" },
  60218: { status: 400, message: "SendGrid Template is not active" },
  60219: { status: 400, message: "SendGrid Template must contain twilio_code or twilio_message" },
  60221: { status: 400, message: "No target verification specified" },
  60222: { status: 403, message: "SendGrid from address does not match a verified Sender Identity" },
  60223: { status: 400, message: "Delivery channel disabled" },
  60251: { status: 400, message: "Invalid Templates parameter" },
  60252: { status: 400, message: "Invalid substitutions in the Templates parameter" },
  60253: { status: 400, message: "Email settings are incomplete: give all of them or none" },
  60408: { status: 400, message: "TemplateSid is not supported by this channel" },
  60410: {
    status: 403,
    message: "The destination phone number has been temporarily blocked by Twilio due to fraudulent activities",
  },
  60603: { status: 401, message: "SendGrid maximum credits exceeded" },
  60604: { status: 401, message: "SendGrid authenticated user is not authorized to send mail" },
  60605: { status: 403, message: "The destination country is blocked by Geo Permissions" },
} as const;

export type TwilioErrorCode = keyof typeof twilioErrors;

/** True for the codes this emulator knows how to answer. */
export function isTwilioErrorCode(code: number): code is TwilioErrorCode {
  return code in twilioErrors;
}

/** A refusal in Twilio's own form. Thrown by the handlers, answered in one place. */
export class TwilioError extends Error {
  readonly status: number;

  constructor(
    readonly code: TwilioErrorCode,
    detail?: { message?: string; headers?: Record<string, string> },
  ) {
    super(detail?.message ?? twilioErrors[code].message);
    this.status = twilioErrors[code].status;
    this.headers = detail?.headers ?? {};
  }

  readonly headers: Record<string, string>;
}

/** 60200 names the parameter. @see https://www.twilio.com/docs/api/errors/60200 */
export function invalidParameter(name: string): TwilioError {
  return new TwilioError(60200, { message: `Invalid parameter: ${name}` });
}

/** 20404 names the path below the version. */
export function notFound(path: string): TwilioError {
  return new TwilioError(20404, {
    message: `The requested resource ${path.replace(/^\/(?:v2|2010-04-01)/, "")} was not found`,
  });
}

/** The four fields every Twilio error has; `status` repeats the HTTP status. */
export function twilioErrorBody(code: number, message: string, status: number) {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}
