import { NextResponse } from "next/server";
import { ensurePasskeyKey } from "@/lib/auth/browser-key";
import { refuseForeignOrigin } from "@/lib/auth/refuse-foreign-origin";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { startPasskeyLogin } from "@/lib/auth/start-passkey-login";

/**
 * What the login page's script needs to ask for a passkey: the same for everyone, and as often as anybody likes. A route
 * and no server action: the page asks by itself when it opens, and an action that sets a cookie has Next make the whole
 * page anew, whose title is gone for that moment.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  const options = await startPasskeyLogin(await ensurePasskeyKey());
  return NextResponse.json(options, { headers: { "Cache-Control": "private, no-store" } });
}
