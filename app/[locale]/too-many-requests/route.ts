import type { NextRequest } from "next/server";
import { plainPage } from "@/app/plain-page";
import { isChallengeId } from "@/lib/auth/challenge";
import { pathWith } from "@/lib/auth/path-with";
import { retrySentence } from "@/lib/auth/retry-sentence";
import { safePath } from "@/lib/auth/safe-redirect";
import { secondsUntil } from "@/lib/auth/too-many-requests";

/** No limit of ours lasts longer, whatever a link says. */
const longestMs = 24 * 60 * 60_000;

const backLabels: Record<string, string> = {
  "/login": "Back to the login",
  "/login/recovery": "Back to the login",
  "/register": "Back to the registration",
  "/account/sessions": "Back to your sessions",
  "/account/passkeys": "Back to your passkeys",
  "/account/recovery-codes": "Back to your recovery codes",
  "/account/username": "Back to your username",
  "/account/email": "Back to your email address",
  "/account/phone": "Back to your phone number",
  "/account/data": "Back to your data",
  "/account/delete": "Back to deleting your account",
};

/** Where a server action leads whoever reached a limit: the status, Retry-After and a sentence that says when. */
export function GET(request: NextRequest): Response {
  const { searchParams } = request.nextUrl;
  const now = new Date();
  const asked = Number(searchParams.get("until")) * 1_000;
  const until = new Date(
    Math.min(Math.max(Number.isFinite(asked) ? asked : 0, now.getTime()), now.getTime() + longestMs),
  );
  const back = searchParams.get("back") ?? "";
  const page = isCodePage(back) || Object.hasOwn(backLabels, back) ? back : "/";
  const isForm = page === "/login" || page === "/login/recovery" || page === "/register";
  return plainPage({
    locale: "en",
    status: 429,
    retryAfterSeconds: secondsUntil(until, now),
    title: "One moment, please",
    sentence: retrySentence(until, now),
    link: {
      path: isForm ? pathWith(page, { next: safePath(searchParams.get("next")) }) : page,
      label: isCodePage(page) ? "Back to your code" : (backLabels[page] ?? "Go to the shop window"),
    },
  });
}

function isCodePage(path: string): boolean {
  return path.startsWith("/otp/") && isChallengeId(path.slice("/otp/".length));
}
