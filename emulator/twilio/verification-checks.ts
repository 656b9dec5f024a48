import type { Hono } from "hono";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { findVerification } from "@/emulator/twilio/find-verification";
import { type Form, readForm, required } from "@/emulator/twilio/form";
import { requireService } from "@/emulator/twilio/services";
import { invalidParameter, notFound, TwilioError } from "@/emulator/twilio/twilio-error";
import { twilioResource } from "@/emulator/twilio/twilio-resource";
import { checkCode } from "@/emulator/twilio/verification-machine";
import { checkView } from "@/emulator/twilio/verification-view";

/** Assumed: a code which no service can have sent is a malformed request and costs none of the five checks. */
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
