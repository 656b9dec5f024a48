import type { Context, Hono } from "hono";
import type { Account } from "@/emulator/state/account";
import type { SendAttempt, Verification } from "@/emulator/state/verification";
import { type EmulatorEnv, isoSeconds, type World } from "@/emulator/state/world";
import { takeHit, tooManyRequests } from "./rate-limits";
import { verifyOrigin } from "./services";
import { invalidParameter, metaPage, notFound, twilioResource } from "./twilio-request";

const requestsPerMinute = 100;
const thirtyDaysMs = 30 * 86_400_000;

type Attempt = { verification: Verification; send: SendAttempt; isConverted: boolean };

/** Assumed: of several sends the one that was answered counts as converted, the last before the approval. */
function attemptsOf(account: Account): Attempt[] {
  return [...account.verifications.values()].flatMap((verification) =>
    verification.sends.map((send, index) => ({
      verification,
      send,
      isConverted: verification.status === "approved" && index === verification.sends.length - 1,
    })),
  );
}

function attemptView({ verification, send, isConverted }: Attempt): Record<string, unknown> {
  return {
    sid: send.sid,
    account_sid: verification.accountSid,
    service_sid: verification.serviceSid,
    verification_sid: verification.sid,
    date_created: isoSeconds(send.atMs),
    date_updated: isoSeconds(isConverted ? verification.updatedAtMs : send.atMs),
    conversion_status: isConverted ? "converted" : "unconverted",
    channel: send.channel,
    price: { value: "0.05", currency: "usd" },
    channel_data: {
      verification_sid: verification.sid,
      to: verification.to,
      status: isConverted ? "confirmed" : "unconfirmed",
      message_status: "delivered",
      error_code: null,
      country: null,
      code_length: verification.code.length,
      locale: send.locale,
      mcc: null,
      mnc: null,
      carrier: null,
    },
    url: `${verifyOrigin}/v2/Attempts/${send.sid}`,
  };
}

function timeOf(context: Context<EmulatorEnv>, name: string): number | undefined {
  const text = context.req.query(name);
  if (text === undefined) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw invalidParameter(name);
  return ms;
}

function selectAttempts(context: Context<EmulatorEnv>, world: World): Attempt[] {
  const waitMs = takeHit(context.var.account, "attempts", requestsPerMinute, 60_000, world.nowMs());
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const after = timeOf(context, "DateCreatedAfter") ?? world.nowMs() - thirtyDaysMs;
  const before = timeOf(context, "DateCreatedBefore") ?? Number.POSITIVE_INFINITY;
  const query = context.req.query();
  const agrees = (wanted: string | undefined, value: string) =>
    wanted === undefined || wanted.toLowerCase() === value.toLowerCase();
  return attemptsOf(context.var.account).filter(
    ({ verification, send, isConverted }) =>
      send.atMs >= after &&
      send.atMs <= before &&
      agrees(query["ChannelData.To"], verification.to) &&
      verification.to.startsWith(query.DestinationPrefix ?? "") &&
      agrees(query.Channel, send.channel) &&
      agrees(query.VerifyServiceSid, verification.serviceSid) &&
      agrees(query.VerificationSid, verification.sid) &&
      agrees(query.Status, isConverted ? "converted" : "unconverted"),
  );
}

/** Verification attempts. @see https://www.twilio.com/docs/verify/api/list-verification-attempts */
export function addAttempts(app: Hono<EmulatorEnv>, world: World): void {
  twilioResource(app, "/v2/Attempts", {
    GET: (context) => {
      const newestFirst = selectAttempts(context, world).toReversed().map(attemptView);
      return context.json(metaPage(context, "attempts", newestFirst));
    },
  });
  twilioResource(app, "/v2/Attempts/Summary", {
    GET: (context) => {
      const attempts = selectAttempts(context, world);
      const converted = attempts.filter(({ isConverted }) => isConverted).length;
      const percentage = attempts.length === 0 ? 0 : (converted / attempts.length) * 100;
      return context.json({
        total_attempts: attempts.length,
        total_converted: converted,
        total_unconverted: attempts.length - converted,
        conversion_rate_percentage: String(percentage),
        url: `${verifyOrigin}/v2/Attempts/Summary`,
      });
    },
  });
  twilioResource(app, "/v2/Attempts/:Sid", {
    GET: (context) => {
      const attempt = attemptsOf(context.var.account).find(({ send }) => send.sid === context.req.param("Sid"));
      if (attempt === undefined) throw notFound(context.req.path);
      return context.json(attemptView(attempt));
    },
  });
}
