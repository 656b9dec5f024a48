import { NextResponse } from "next/server";
import { findCurrentSession } from "@/lib/auth/current-user";
import { isPasskeyOffered } from "@/lib/auth/is-passkey-offered";
import { isServiceUnavailable } from "@/lib/auth/service-unavailable";
import { requestLocale } from "@/lib/i18n/request-translations";
import { wordsOf } from "@/lib/i18n/translator";

/**
 * Who is logged in here, for the header of pages that are the same for everyone: a name and a role, and just after a
 * login by code whether a passkey is offered, and in which words; nothing more.
 */
export async function GET(): Promise<NextResponse> {
  const headers = { "Cache-Control": "private, no-store" };
  try {
    const session = await findCurrentSession();
    if (session === null) return NextResponse.json({ user: null }, { headers });
    const { username, role } = session.user;
    const offer = (await isPasskeyOffered(session))
      ? { isPasskeyOffered: true, offerWords: wordsOf(await requestLocale(), "passkeyOffer") }
      : {};
    return NextResponse.json({ user: { username, role }, ...offer }, { headers });
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return NextResponse.json({ user: null }, { status: 503, headers });
  }
}
