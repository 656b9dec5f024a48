import { NextResponse } from "next/server";
import { isPasskeyOffered } from "@/lib/auth/passkeys/passkey-offer";
import { settleBagOwner } from "@/lib/auth/session/bag-owner";
import { type CurrentUser, findCurrentSession, findSessionId } from "@/lib/auth/session/current-user";
import { isRecentlyRotated, replaceCookieOfOlderSecret } from "@/lib/auth/session/rotate-session";
import { accountMark } from "@/lib/auth/session/session-store";
import { countPieces } from "@/lib/bag/read-bag";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { requestLocale } from "@/lib/i18n/request-translations";
import { wordsOf } from "@/lib/i18n/translator";

/** For headers of static pages. 503: unknown, in an outage or during a rotation of the token. */
export async function GET(): Promise<NextResponse> {
  const headers = { "Cache-Control": "private, no-store" };
  try {
    const session = await findCurrentSession();
    if (session === null) {
      const sid = await findSessionId();
      const isKnown = sid === null || !(await isRecentlyRotated(sid));
      const bag = isKnown ? await readBagCount(null) : {};
      return NextResponse.json({ user: null, ...bag }, { status: isKnown ? 200 : 503, headers });
    }
    await replaceCookieOfOlderSecret(session);
    const { id, username, role } = session.user;
    const offer = (await isPasskeyOffered(session))
      ? { isPasskeyOffered: true, offerWords: wordsOf(await requestLocale(), "passkeyOffer") }
      : {};
    const bag = await readBagCount(session.user);
    return NextResponse.json({ user: { mark: accountMark(id), username, role }, ...bag, ...offer }, { headers });
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return NextResponse.json({ user: null }, { status: 503, headers });
  }
}

/** A visitor without session and bag costs no statement. */
async function readBagCount(user: CurrentUser | null): Promise<{ bag?: number }> {
  const owner = await settleBagOwner(user);
  const bag = owner === null ? 0 : await countPieces(owner);
  return bag > 0 ? { bag } : {};
}
