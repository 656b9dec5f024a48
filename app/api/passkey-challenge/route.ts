import { NextResponse } from "next/server";
import { ensurePasskeyKey } from "@/lib/auth/browser-key";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { startPasskeyLogin } from "@/lib/auth/start-passkey-login";
import { requestTranslations } from "@/lib/i18n/request-translations";

/**
 * What the login page's script needs to ask for a passkey: the same for everyone, and as often as anybody likes. A route
 * and no server action: the page asks by itself when it opens, and an action that sets a cookie has Next make the whole
 * page anew, whose title is gone for that moment.
 */
export async function POST(request: Request): Promise<NextResponse> {
  if (!isSameOrigin(request.headers)) {
    const feedback = await requestTranslations("feedback");
    return new NextResponse(feedback("FOREIGN_ORIGIN"), { status: 403 });
  }
  const options = await startPasskeyLogin(await ensurePasskeyKey());
  return NextResponse.json(options, { headers: { "Cache-Control": "private, no-store" } });
}
