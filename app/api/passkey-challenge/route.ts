import { NextResponse } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { ensurePasskeyKey } from "@/lib/auth/device/trusted-device";
import { startPasskeyLogin } from "@/lib/auth/login/start-login";
import { isSameOrigin } from "@/lib/http/same-origin";

/** A route: a server action that sets a cookie would make Next redraw the page. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  const options = await startPasskeyLogin(await ensurePasskeyKey());
  return NextResponse.json(options, { headers: { "Cache-Control": "private, no-store" } });
}
