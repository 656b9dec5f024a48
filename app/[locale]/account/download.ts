import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { seeOther } from "@/lib/http/safe-redirect";
import { isSameOrigin } from "@/lib/http/same-origin";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/http/too-many-requests";

type DownloadPage = "/account/data" | "/account/recovery-codes";

/** A GET gives no file; the page has the button. */
export async function leadToDownloadPage(page: DownloadPage): Promise<Response> {
  return await withSession(page, async () => seeOther(page));
}

/** By POST from our pages only. */
export async function answerDownload(
  request: Request,
  page: DownloadPage,
  answer: (session: LiveSession) => Promise<Response>,
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  return await withSession(page, answer);
}

/** Never cached. */
export function privateFile(body: BodyInit, name: string, type: "application/json" | "text/plain"): Response {
  return new Response(body, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

async function withSession(page: DownloadPage, answer: (session: LiveSession) => Promise<Response>): Promise<Response> {
  try {
    const session = await findCurrentSession();
    return session === null ? seeOther(`/login?next=${encodeURIComponent(page)}`) : await answer(session);
  } catch (error) {
    if (error instanceof TooManyRequests) return seeOther(tooManyRequestsPath(error, page));
    if (!isServiceUnavailable(error)) throw error;
    return seeOther("/unavailable");
  }
}
