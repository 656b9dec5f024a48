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

/** Twilio Verify v2 (twilio.com/docs/verify/api), which keys a verification by service and address. */
export const twilioProvider: VerificationProvider = {
  async start(address, channel, context, { isFresh = false, isTrusted = false } = {}) {
    if (!(await mayAskProvider("twilio"))) return fail("PROVIDER_UNAVAILABLE");
    if (isFresh && (await cancelPending(address, isTrusted)) === "failed") return fail("PROVIDER_UNAVAILABLE");
    const options = {
      to: address,
      channel,
      // Otherwise Twilio derives it from the phone's country.
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
    // Its five checks are spent: only a new code helps. Our limits bound what attackers gain.
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
      // 404 means the verification is over; at a start it means a wrong service.
      const outcome = failure.code === twilioCode.notFound ? null : outcomeOf(failure);
      await recordProviderOutcome("twilio", outcome);
      if (outcome === null) return fail("CODE_REJECTED");
      return fail(failure.didNothing ? "PROVIDER_UNAVAILABLE" : "PROVIDER_SILENT");
    }
  },

  decoySid: () => `VE${randomBytes(16).toString("hex")}`,
};

function outcomeOf(failure: TwilioFailure): string | null {
  return failure.isAboutAddress ? null : String(failure.code ?? "no-code");
}

type StartOptions = Parameters<ReturnType<typeof openVerify>["service"]["verifications"]["create"]>[0];

/** Phones are refused by ever more codes; counted as outages, five such numbers would stop everyone's codes. */
function withChannel(failure: TwilioFailure, channel: CodeChannel): TwilioFailure {
  return channel === "email" ? failure : { ...failure, isAboutAddress: failure.isAboutAddress || failure.isRefusal };
}

/** Retries without a language on 404 (twilio.com/docs/verify/supported-languages): outages would reveal phones. */
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

/** All five messages are sent; the code must still work. */
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

async function cancelPending(address: string, isTrusted: boolean): Promise<"canceled" | "nothing pending" | "failed"> {
  const { service, answer } = openVerify({ isTrusted });
  try {
    await service.verifications(encodeURIComponent(address)).update({ status: "canceled" });
    return "canceled";
  } catch (thrown) {
    return readTwilioFailure("cancel", thrown, answer).code === twilioCode.notFound ? "nothing pending" : "failed";
  }
}
