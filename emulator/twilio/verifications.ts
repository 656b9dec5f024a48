import type { Context, Hono } from "hono";
import type { Verification } from "@/emulator/state/verification";
import { type EmulatorEnv, isoSeconds, type World } from "@/emulator/state/world";
import { takeHit, tooManyRequests } from "./rate-limits";
import { requireService, verifyOrigin } from "./services";
import { startVerification } from "./start-verification";
import {
  type Form,
  invalidParameter,
  notFound,
  readForm,
  required,
  TwilioError,
  twilioResource,
} from "./twilio-request";
import { checkCode, decide, findOpenVerification, findVerification } from "./verification-machine";

/** How often one verification's status may be asked for. @see https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts */
const pollingLimits = [
  { max: 60, windowMs: 60_000 },
  { max: 180, windowMs: 3_600_000 },
  { max: 250, windowMs: 86_400_000 },
];

function requireOpen(context: Context<EmulatorEnv>, world: World) {
  const service = requireService(context);
  const sidOrTo = context.req.param("Sid") ?? "";
  const verification = findOpenVerification(context.var.account, service, sidOrTo, world.nowMs());
  if (verification === undefined) throw notFound(context.req.path);
  return verification;
}

/** Verifications. @see https://www.twilio.com/docs/verify/api/verification */
export function addVerifications(app: Hono<EmulatorEnv>, world: World): void {
  twilioResource(app, "/v2/Services/:ServiceSid/Verifications", {
    POST: async (context) => {
      const form = await readForm(context);
      const service = requireService(context);
      const verification = await startVerification(world, context.var.account, service, form);
      return context.json(verificationView(verification), 201);
    },
  });
  twilioResource(app, "/v2/Services/:ServiceSid/Verifications/:Sid", {
    GET: (context) => {
      const verification = requireOpen(context, world);
      for (const { max, windowMs } of pollingLimits) {
        const key = `poll ${verification.sid} ${windowMs}`;
        const waitMs = takeHit(context.var.account, key, max, windowMs, world.nowMs());
        if (waitMs > 0) throw tooManyRequests(waitMs);
      }
      return context.json(verificationView(verification));
    },
    POST: async (context) => {
      const status = required(await readForm(context), "Status");
      if (status !== "approved" && status !== "canceled") throw invalidParameter("Status");
      const verification = requireOpen(context, world);
      if (!decide(verification, status, world.nowMs())) throw notFound(context.req.path);
      return context.json(verificationView(verification));
    },
  });
}

/** The examples in Twilio's OpenAPI description write SMS and EMAIL, but whatsapp and sna. */
function attemptChannel(channel: string): string {
  return channel === "sms" || channel === "email" ? channel.toUpperCase() : channel;
}

/** A verification as the API shows it: 15 keys, never the code. @see https://www.twilio.com/docs/verify/api/verification */
function verificationView(verification: Verification): Record<string, unknown> {
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
function checkView(verification: Verification): Record<string, unknown> {
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

/** Assumed: a code which no service can have sent is a malformed request and costs no check. */
function requireCode(form: Form): string {
  const code = required(form, "Code");
  if (code.length < 4 || code.length > 10) throw invalidParameter("Code");
  return code;
}

/** Verification by its sid or by address, one of the two. */
function requireTarget(form: Form): string {
  const sid = form.get("VerificationSid") || null;
  const to = form.get("To") || null;
  if (sid === null && to === null) throw new TwilioError(60221);
  if (sid !== null && to !== null) throw invalidParameter("To");
  if (sid !== null && !/^VE[0-9a-f]{32}$/i.test(sid)) throw invalidParameter("VerificationSid");
  return sid ?? to?.trim() ?? "";
}

/** Verification checks. A wrong code is no error. @see https://www.twilio.com/docs/verify/api/verification-check */
export function addVerificationChecks(app: Hono<EmulatorEnv>, world: World): void {
  twilioResource(app, "/v2/Services/:ServiceSid/VerificationCheck", {
    POST: async (context) => {
      const form = await readForm(context);
      const service = requireService(context);
      const target = requireTarget(form);
      const code = requireCode(form);
      const verification = findVerification(context.var.account, service, target);
      if (verification === undefined) throw notFound(context.req.path);
      if (service.psd2Enabled && isOtherPayment(form, verification)) throw notFound(context.req.path);
      const nowMs = world.nowMs();
      const verdict = checkCode(verification, code, world.state.settings, nowMs);
      if (verdict === "gone") throw notFound(context.req.path);
      if (verdict === "exhausted") {
        const seconds = Math.max(1, Math.ceil((verification.expiresAtMs - nowMs) / 1000));
        throw new TwilioError(60202, { headers: { "Retry-After": String(seconds) } });
      }
      return context.json(checkView(verification), world.state.settings.checkStatus);
    },
  });
}

/** PSD2 binds a code to one payment. @see https://www.twilio.com/docs/verify/verifying-transactions-psd2 */
function isOtherPayment(form: Form, payment: { amount: string | null; payee: string | null }): boolean {
  return form.get("Amount") !== payment.amount || form.get("Payee") !== payment.payee;
}
