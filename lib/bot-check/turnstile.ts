import { z } from "zod";
import { env } from "@/lib/env";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok } from "@/lib/result";
import { askProvider } from "@/lib/telemetry/trace";
import { bindingOf, bindingsOf } from "./altcha";
import type { TurnstileTask } from "./bot-check-request";
import type { BotCheckProvider } from "./provider";

/** R19. */
const timeoutMs = 10_000;

const answerSchema = z.object({
  success: z.boolean(),
  hostname: z.string().optional(),
  action: z.string().optional(),
  cdata: z.string().optional(),
  "error-codes": z.array(z.string()).default([]),
});

/** Other codes are about our request or Cloudflare. */
const errorsOfResponse = new Set(["missing-input-response", "invalid-input-response", "timeout-or-duplicate"]);

export function turnstileKeys(): { siteKey: string; secretKey: string } | null {
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET_KEY: secretKey } = env();
  return siteKey && secretKey ? { siteKey, secretKey } : null;
}

/** A token lives 300 s and counts once (developers.cloudflare.com/turnstile/get-started/server-side-validation). */
export function turnstile(keys: { siteKey: string; secretKey: string }): BotCheckProvider<TurnstileTask> {
  return {
    async issue(bearer) {
      const scriptUrl = new URL("/turnstile/v0/api.js?render=explicit", env().TURNSTILE_BASE_URL).href;
      return {
        kind: "turnstile",
        scriptUrl,
        siteKey: keys.siteKey,
        action: bearer.purpose,
        cData: bindingOf(bearer),
      };
    },

    async verify(response, bearer) {
      const answer = await askSiteverify({
        secret: keys.secretKey,
        response,
        ...(bearer.ip === null ? {} : { remoteip: bearer.ip }),
      });
      if (answer === null) return fail("BOT_CHECK_UNAVAILABLE");
      if (!answer.success) {
        const codes = answer["error-codes"];
        if (codes.length > 0 && codes.every((code) => errorsOfResponse.has(code))) return fail("BOT_CHECK_INVALID");
        logEvent("error", "turnstile_refused_us", { codes: codes.join(" ").slice(0, 200) });
        return fail("BOT_CHECK_UNAVAILABLE");
      }
      // Solved on another page, browser or site.
      const isOurs =
        answer.hostname === new URL(env().APP_URL).hostname &&
        answer.action === bearer.purpose &&
        answer.cdata !== undefined &&
        bindingsOf(bearer).includes(answer.cdata);
      if (isOurs) return ok(null);
      // A wrong APP_URL or widget looks the same, and blocks everyone.
      logEvent("warn", "turnstile_token_of_another_page", { hostname: answer.hostname?.slice(0, 200) ?? null });
      return fail("BOT_CHECK_INVALID");
    },
  };
}

async function askSiteverify(fields: Record<string, string>): Promise<z.output<typeof answerSchema> | null> {
  try {
    const siteverify = new URL("/turnstile/v0/siteverify", env().TURNSTILE_BASE_URL);
    const response = await askProvider("turnstile", "verify", () =>
      fetch(siteverify, {
        method: "POST",
        body: new URLSearchParams(fields),
        redirect: "error",
        cache: "no-store",
        signal: AbortSignal.timeout(timeoutMs),
      }),
    );
    return answerSchema.parse(await response.json());
  } catch (error) {
    logEvent("error", "turnstile_unavailable", describeError(error));
    return null;
  }
}
