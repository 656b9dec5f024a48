import type { NextRequest } from "next/server";
import { plainPage } from "@/app/plain-page";
import { isChallengeId } from "@/lib/auth/challenge";
import { pathWith } from "@/lib/auth/path-with";
import { retrySentence } from "@/lib/auth/retry-sentence";
import { safePath } from "@/lib/auth/safe-redirect";
import { secondsUntil } from "@/lib/auth/too-many-requests";
import { toLocale } from "@/lib/i18n/locales";
import { translator, type Words } from "@/lib/i18n/translator";

/** No limit of ours lasts longer, whatever a link says. */
const longestMs = 24 * 60 * 60_000;

const backLabels: Record<string, keyof Words<"plainPages">["busy"] & `to${string}`> = {
  "/login": "toLogin",
  "/login/recovery": "toLogin",
  "/register": "toRegistration",
  "/account/sessions": "toSessions",
  "/account/passkeys": "toPasskeys",
  "/account/recovery-codes": "toRecoveryCodes",
  "/account/username": "toUsername",
  "/account/email": "toEmail",
  "/account/phone": "toPhone",
  "/account/language": "toLanguage",
  "/account/data": "toData",
  "/account/delete": "toDeletion",
};

type Context = { params: Promise<{ locale: string }> };

/**
 * Where a server action leads whoever reached a limit: the status, Retry-After and a sentence that says when, in UTC,
 * for nothing here asks who they are.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const locale = toLocale((await params).locale);
  const t = translator(locale, "plainPages");
  const { searchParams } = request.nextUrl;
  const now = new Date();
  const asked = Number(searchParams.get("until")) * 1_000;
  const until = new Date(
    Math.min(Math.max(Number.isFinite(asked) ? asked : 0, now.getTime()), now.getTime() + longestMs),
  );
  const back = searchParams.get("back") ?? "";
  const label = isCodePage(back) ? "toCode" : Object.hasOwn(backLabels, back) ? backLabels[back] : undefined;
  const isForm = back === "/login" || back === "/login/recovery" || back === "/register";
  return plainPage({
    locale,
    status: 429,
    retryAfterSeconds: secondsUntil(until, now),
    title: t("busy.title"),
    sentence: retrySentence(until, now, { locale, timeZone: null }),
    link:
      label === undefined
        ? { path: "/", label: t("toWindow") }
        : {
            path: isForm ? pathWith(back, { next: safePath(searchParams.get("next")) }) : back,
            label: t(`busy.${label}`),
          },
  });
}

function isCodePage(path: string): boolean {
  return path.startsWith("/otp/") && isChallengeId(path.slice("/otp/".length));
}
