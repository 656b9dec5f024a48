import { NextRequest } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { acceptFormToken } from "@/lib/auth/form-token";
import { handleCallback, handlers } from "@/lib/auth/next-auth";
import { env } from "@/lib/env";
import { dropCallbackCookie } from "@/lib/http/cookies";
import { readBody } from "@/lib/http/read-body";
import { isSameOrigin } from "@/lib/http/same-origin";
import { answerTooManyRequests, TooManyRequests } from "@/lib/http/too-many-requests";
import { requestLocale, requestTranslations } from "@/lib/i18n/request-translations";

// NextAuth's own sign-in and sign-out pages stay closed.
const openPaths = {
  GET: ["/api/auth/csrf", "/api/auth/session", "/api/auth/providers"],
  POST: ["/api/auth/callback/credentials"],
};

const maxBytes = 16_000;

export async function GET(request: NextRequest): Promise<Response> {
  return await pass(request, "GET", handlers.GET);
}

export async function POST(request: NextRequest): Promise<Response> {
  // As the shop's forms, besides NextAuth's token.
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  try {
    return await pass(request, "POST", handleCallback);
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error;
    return answerTooManyRequests(error.retryAt, await requestLocale());
  }
}

async function pass(
  request: NextRequest,
  method: "GET" | "POST",
  handler: (request: NextRequest) => Promise<Response>,
) {
  const { pathname } = request.nextUrl;
  const t = await requestTranslations("plainPages");
  if (!openPaths[method].includes(pathname))
    return new Response(t("nothingHere"), { status: 404, headers: { "Cache-Control": "no-store" } });
  const body = method === "POST" ? await readBody(request, maxBytes) : undefined;
  if (body === null) return new Response(t("tooLarge"), { status: 413 });
  // Never the Host header, and no query: NextAuth fails at some.
  const headers = new Headers(request.headers);
  dropCallbackCookie(headers);
  acceptFormToken(headers);
  return await handler(
    new NextRequest(`${env().APP_URL}${pathname}`, { method, headers, body: body && new Uint8Array(body) }),
  );
}
