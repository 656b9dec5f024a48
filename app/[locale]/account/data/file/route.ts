import { after } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { exportOwnData } from "@/lib/auth/account/export-own-data";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import { env } from "@/lib/env";
import { isSameOrigin } from "@/lib/http/same-origin";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/http/too-many-requests";
import { readVisitor } from "@/lib/http/visitor";
import { ownDataStream } from "@/lib/users/own-data-file";

const page = "/account/data";
const toLogin = `/login?next=${encodeURIComponent(page)}`;

/** Changes nothing and shows nothing: the page has the button. */
export async function GET(): Promise<Response> {
  try {
    return leaveFor((await findCurrentSession()) === null ? toLogin : page);
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return leaveFor("/unavailable");
  }
}

/**
 * Everything that the shop holds about the member as a JSON file (R33). By POST, since it uses up a fresh proof: no link
 * and no other site can start it.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  try {
    const session = await findCurrentSession();
    if (session === null) return leaveFor(toLogin);
    const visitor = readVisitor(request.headers);
    const exported = await exportOwnData(session, visitor);
    if (!exported.ok) return leaveFor(`${page}?notice=EXPORT_PROOF_NEEDED`);
    const data = exported.value;
    after(sendDueMails);
    const { APP_URL, SENDGRID_FROM_NAME } = env();
    const day = data.readAt.toISOString().slice(0, 10);
    const shop = { name: SENDGRID_FROM_NAME, domain: new URL(APP_URL).host };
    return new Response(ownDataStream(data, shop, visitor.locale), {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="my-data-${day}.json"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof TooManyRequests) return leaveFor(tooManyRequestsPath(error, page));
    if (!isServiceUnavailable(error)) throw error;
    return leaveFor("/unavailable");
  }
}

/** Each with a relative address, so that nothing is built from the Host header. */
function leaveFor(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "private, no-store" } });
}
