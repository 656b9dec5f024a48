import { NextResponse } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { declinePasskeyOffer } from "@/lib/auth/passkeys/passkey-offer";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import { isSameOrigin } from "@/lib/http/same-origin";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { requestTranslations } from "@/lib/i18n/request-translations";

/** A route: a server action would make Next redraw a static page. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  const feedback = await requestTranslations("feedback");
  const headers = { "Cache-Control": "private, no-store" };
  try {
    const session = await findCurrentSession();
    if (session === null) return new NextResponse(feedback("LOGIN_REQUIRED"), { status: 401, headers });
    await declinePasskeyOffer(session);
    return new NextResponse(null, { status: 204, headers });
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return new NextResponse(feedback("SHOP_UNAVAILABLE"), { status: 503, headers });
  }
}
