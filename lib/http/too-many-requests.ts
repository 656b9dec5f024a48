import { type Clock, writeTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { pathWith } from "./safe-redirect";

/**
 * A limit is reached. Thrown, because it ends the request wherever it was noticed: pages answer 429 with Retry-After
 * (RFC 6585 section 4) and a sentence that says when. `retryAt` is when the limit opens again.
 */
export class TooManyRequests extends Error {
  constructor(readonly retryAt: Date) {
    super("A limit is reached.");
  }
}

/** The answer of a limit to a program, in plain text. */
export function answerTooManyRequests(retryAt: Date, locale: Locale, now = new Date()): Response {
  return new Response(retrySentence(retryAt, now, { locale, timeZone: null }), {
    status: 429,
    headers: { "Retry-After": String(secondsUntil(retryAt, now)), "Cache-Control": "no-store" },
  });
}

/** Whole seconds to wait, at least one, as Retry-After wants them (RFC 9110 section 10.2.3). */
export function secondsUntil(at: Date, now: Date): number {
  return Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1_000));
}

/** A member's own pages that a limit can lead away from. */
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
] as const;

export type OwnPage = (typeof ownPages)[number];

/**
 * The path of the page that answers 429. Server actions cannot choose their status, so they lead there. `back` is where
 * its link leads, and `next` the way back that a login form there must not forget.
 */
export function tooManyRequestsPath(
  error: TooManyRequests,
  back: "/login" | "/login/recovery" | "/register" | OwnPage | `/otp/${string}`,
  next: string | null = null,
): string {
  const until = String(Math.ceil(error.retryAt.getTime() / 1_000));
  return pathWith("/too-many-requests", { until, back, next });
}

const minuteMs = 60_000;

/** What a person reads at a limit: how long to wait, and until when by their clock, rounded up to whole minutes. */
export function retrySentence(retryAt: Date, now: Date, clock: Clock): string {
  const t = translator(clock.locale, "plainPages");
  const minutes = Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / minuteMs));
  const time = writeTime(new Date(Math.ceil(retryAt.getTime() / minuteMs) * minuteMs), clock, "clock");
  return minutes < 120
    ? t("busy.minutes", { minutes, time })
    : t("busy.hours", { hours: Math.round(minutes / 60), time });
}
