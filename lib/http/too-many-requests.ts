import { type Clock, writeTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { pathWith } from "./safe-redirect";

/** Thrown at a reached limit; answered by 429 with Retry-After (RFC 6585 4). `retryAt`: when it opens. */
export class TooManyRequests extends Error {
  constructor(readonly retryAt: Date) {
    super("A limit is reached.");
  }
}

export function answerTooManyRequests(retryAt: Date, locale: Locale, now = new Date()): Response {
  return new Response(retrySentence(retryAt, now, { locale, timeZone: null }), {
    status: 429,
    headers: { "Retry-After": String(secondsUntil(retryAt, now)), "Cache-Control": "no-store" },
  });
}

/** At least 1, for Retry-After (RFC 9110 10.2.3). */
export function secondsUntil(at: Date, now: Date): number {
  return Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1_000));
}

export const ownPages = [
  "/account",
  "/account/sessions",
  "/account/passkeys",
  "/account/recovery-codes",
  "/account/data",
  "/account/delete",
  "/account/username",
  "/account/email",
  "/account/phone",
  "/account/language",
  "/account/orders",
  "/checkout",
] as const;

export type OwnPage = (typeof ownPages)[number];

/** The path of the 429 page, as server actions cannot set a status. `next`: the login's return path. */
export function tooManyRequestsPath(
  error: TooManyRequests,
  back: "/bag" | "/login" | "/login/recovery" | "/register" | OwnPage | `/otp/${string}`,
  next: string | null = null,
): string {
  const until = String(Math.ceil(error.retryAt.getTime() / 1_000));
  return pathWith("/too-many-requests", { until, back, next });
}

const minuteMs = 60_000;

/** The wait and its end by the reader's clock, in whole minutes. */
export function retrySentence(retryAt: Date, now: Date, clock: Clock): string {
  const t = translator(clock.locale, "plainPages");
  const minutes = Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / minuteMs));
  const time = writeTime(new Date(Math.ceil(retryAt.getTime() / minuteMs) * minuteMs), clock, "clock");
  return minutes < 120
    ? t("busy.minutes", { minutes, time })
    : t("busy.hours", { hours: Math.round(minutes / 60), time });
}
