import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { CodeChannel } from "@/lib/code-channels";
import { env } from "@/lib/env";
import { logEvent } from "@/lib/log";
import { fail, ok } from "@/lib/result";
import { codeMailConfiguration } from "./code-mail";
import type { VerificationProvider } from "./provider";
import { mayAskProvider, recordProviderOutcome } from "./provider-health";
import { openVerify, readTwilioFailure, type TwilioFailure, twilioCode } from "./twilio-client";

const verificationSchema = z.object({
  sid: z.string().regex(/^VE[0-9a-fA-F]{32}$/),
  to: z.string(),
  status: z.string(),
});

/**
 * Twilio Verify v2 (https://www.twilio.com/docs/verify/api). Twilio makes the code, sends it through SendGrid and
 * compares it; a pending verification is keyed by service and address, which is why challenges stand in front of it.
 */
export const twilioProvider: VerificationProvider = {
  async start(address, channel, context, { isFresh = false, isTrusted = false } = {}) {
    if (!(await mayAskProvider("twilio"))) return fail("PROVIDER_UNAVAILABLE");
    if (isFresh && (await cancelPending(address, isTrusted)) === "failed") return fail("PROVIDER_UNAVAILABLE");
    const options = {
      to: address,
      channel,
      // Otherwise Twilio takes a phone's language from its country.
      locale: context.clock.locale,
      ...(channel === "email" ? { channelConfiguration: codeMailConfiguration(context) } : {}),
      ...(channel === "sms" ? { templateSid: env().TWILIO_SMS_TEMPLATE_SID } : {}),
    };
    const created = await create(options, isTrusted);
    if (created.ok) {
      await recordProviderOutcome("twilio", null);
      return created;
    }
    const failure = withChannel(created.failure, channel);
    await recordProviderOutcome("twilio", outcomeOf(failure));
    if (failure.code === twilioCode.maxSendsReached) return await findPending(address, isTrusted);
    // Someone burned the five checks of the pending code. A new code is the only way on; our own limits on sends
    // and attempts bound what this gives an attacker.
    if (failure.code === twilioCode.maxChecksReached && (await cancelPending(address, isTrusted)) === "canceled") {
      const afresh = await create(options, isTrusted);
      if (afresh.ok) return afresh;
      await recordProviderOutcome("twilio", outcomeOf(withChannel(afresh.failure, channel)));
      return fail("ADDRESS_REFUSED");
    }
    return fail(failure.isAboutAddress ? "ADDRESS_REFUSED" : "PROVIDER_UNAVAILABLE");
  },

  async check(sid, address, code, isTrusted = false) {
    if (!(await mayAskProvider("twilio"))) return fail("PROVIDER_UNAVAILABLE");
    const { service, answer } = openVerify({ isTrusted });
    try {
      const check = verificationSchema.parse(await service.verificationChecks.create({ verificationSid: sid, code }));
      await recordProviderOutcome("twilio", null);
      const isApproved = check.status === "approved" && check.sid === sid && check.to.toLowerCase() === address;
      return isApproved ? ok({ sid }) : fail("CODE_REJECTED");
    } catch (thrown) {
      const failure = readTwilioFailure("check", thrown, answer);
      // 404 is what Twilio says of a verification that is over, or never was: at a start it would be a wrong service.
      const outcome = failure.code === twilioCode.notFound ? null : outcomeOf(failure);
      await recordProviderOutcome("twilio", outcome);
      if (outcome === null) return fail("CODE_REJECTED");
      return fail(failure.didNothing ? "PROVIDER_UNAVAILABLE" : "PROVIDER_SILENT");
    }
  },

  decoySid: () => `VE${randomBytes(16).toString("hex")}`,
};

/** A refusal of one address is an answer of a Twilio in good health. */
function outcomeOf(failure: TwilioFailure): string | null {
  return failure.isAboutAddress ? null : String(failure.code ?? "no-code");
}

type StartOptions = Parameters<ReturnType<typeof openVerify>["service"]["verifications"]["create"]>[0];

/**
 * Phones are refused for many reasons, by codes that grow in number; a visitor chooses which by the number that they
 * type. None of those may count against Twilio's health, or five such numbers would stop the codes of all.
 */
function withChannel(failure: TwilioFailure, channel: CodeChannel): TwilioFailure {
  return channel === "email" ? failure : { ...failure, isAboutAddress: failure.isAboutAddress || failure.isRefusal };
}

/**
 * Starts a verification. Twilio answers 404 to a language that it does not have for this channel and template, and asks
 * to try again without (https://www.twilio.com/docs/verify/supported-languages). Counted as an outage it would tell who
 * has a phone, and five such members would stop the codes of all.
 */
async function create(
  options: StartOptions,
  isTrusted: boolean,
): Promise<{ ok: true; value: { sid: string } } | { ok: false; failure: TwilioFailure }> {
  const { service, answer } = openVerify({ isTrusted });
  try {
    return ok({ sid: verificationSchema.parse(await service.verifications.create(options)).sid });
  } catch (thrown) {
    const failure = readTwilioFailure("start", thrown, answer);
    if (failure.code !== twilioCode.notFound || options.locale === undefined) return { ok: false, failure };
    logEvent("warn", "twilio_language_refused", { locale: options.locale, channel: options.channel });
    return await create({ ...options, locale: undefined }, isTrusted);
  }
}

/** The verification whose five messages are spent: the person has them, so their code must still work. */
async function findPending(address: string, isTrusted: boolean) {
  const { service, answer } = openVerify({ isTrusted });
  try {
    const pending = verificationSchema.parse(await service.verifications(encodeURIComponent(address)).fetch());
    return ok({ sid: pending.sid });
  } catch (thrown) {
    readTwilioFailure("fetch", thrown, answer);
    return fail("ADDRESS_REFUSED" as const);
  }
}

/** What was pending must not be handed out again; whether that is sure. */
async function cancelPending(address: string, isTrusted: boolean): Promise<"canceled" | "nothing pending" | "failed"> {
  const { service, answer } = openVerify({ isTrusted });
  try {
    await service.verifications(encodeURIComponent(address)).update({ status: "canceled" });
    return "canceled";
  } catch (thrown) {
    return readTwilioFailure("cancel", thrown, answer).code === twilioCode.notFound ? "nothing pending" : "failed";
  }
}
