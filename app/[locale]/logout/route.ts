import { type NextRequest, NextResponse } from "next/server";
import { logOut } from "@/lib/auth/log-out";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { isServiceUnavailable } from "@/lib/auth/service-unavailable";
import { env } from "@/lib/env";
import { requestTranslations } from "@/lib/i18n/request-translations";

/** Changes nothing: shows a page with the button. */
export function GET(): NextResponse {
  return NextResponse.redirect(new URL("/logout/confirm", env().APP_URL), 307);
}

/** Ends the session and goes to the storefront. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  if (!isSameOrigin(request.headers)) {
    const feedback = await requestTranslations("feedback");
    return new NextResponse(feedback("FOREIGN_ORIGIN"), { status: 403 });
  }
  try {
    await logOut();
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return NextResponse.redirect(new URL("/unavailable", env().APP_URL), 303);
  }
  return NextResponse.redirect(new URL("/login?notice=LOGGED_OUT", env().APP_URL), 303);
}
