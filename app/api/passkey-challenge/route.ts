import { NextResponse } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { ensurePasskeyKey } from "@/lib/auth/device/trusted-device";
import { startPasskeyLogin } from "@/lib/auth/login/start-login";
import { isSameOrigin } from "@/lib/http/same-origin";

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
