import type { NextRequest } from "next/server";
import { plainPage } from "@/app/plain-page";
import { isChallengeId } from "@/lib/auth/challenge/challenge";
import { pathWith, safePath } from "@/lib/http/safe-redirect";
import { type OwnPage, retrySentence, secondsUntil } from "@/lib/http/too-many-requests";
import { type Locale, toLocale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { translator, type Words } from "@/lib/i18n/translator";

/** Our longest limit. */
const longestMs = 24 * 60 * 60_000;

type BackLabel = keyof Words<"plainPages">["busy"] & `to${string}`;

const backLabels: Record<string, BackLabel> = {
  "/bag": "toBag",
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
  "/account/orders": "toOrders",
  "/checkout": "toCheckout",
  "/account/data": "toData",
  "/account/delete": "toDeletion",
} satisfies Record<Exclude<OwnPage, "/account"> | "/bag" | "/login" | "/login/recovery" | "/register", BackLabel>;

type Context = { params: Promise<{ locale: string }> };

/** The 429 page of a server action, in UTC, as it reads no account. */
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
  const label = backLabel(back, locale);
  const isForm = back === "/login" || back === "/login/recovery" || back === "/register";
  return plainPage({
    locale,
    status: 429,
    retryAfterSeconds: secondsUntil(until, now),
    title: t("busy.title"),
    sentence: retrySentence(until, now, { locale, timeZone: null }),
    link:
      label === undefined
        ? { path: publicPath("/", locale), label: t("toWindow") }
        : {
            path: isForm ? pathWith(back, { next: safePath(searchParams.get("next")) }) : back,
            label,
          },
  });
}

/** Undefined for other pages. */
function backLabel(path: string, locale: Locale): string | undefined {
  if (path === "/account") return translator(locale, "account")("links.account");
  const label = isCodePage(path) ? "toCode" : Object.hasOwn(backLabels, path) ? backLabels[path] : undefined;
  return label && translator(locale, "plainPages")(`busy.${label}`);
}

function isCodePage(path: string): boolean {
  return path.startsWith("/otp/") && isChallengeId(path.slice("/otp/".length));
}
