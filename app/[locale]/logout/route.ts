import { type NextRequest, NextResponse } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { logOut } from "@/lib/auth/session/end-sessions";
import { env } from "@/lib/env";
import { isSameOrigin } from "@/lib/http/same-origin";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";

/** A GET shows the button. */
export function GET(): NextResponse {
  return NextResponse.redirect(new URL("/logout/confirm", env().APP_URL), 307);
}

export async function POST(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  try {
    await logOut();
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return NextResponse.redirect(new URL("/unavailable", env().APP_URL), 303);
  }
  return NextResponse.redirect(new URL("/login?notice=LOGGED_OUT", env().APP_URL), 303);
}
