import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { areOwnRecoveryCodes, recoveryCodeCount } from "@/lib/auth/recovery-codes/recovery-codes";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import { env } from "@/lib/env";
import { readBody } from "@/lib/http/read-body";
import { isSameOrigin } from "@/lib/http/same-origin";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { type Clock, writeTime } from "@/lib/i18n/format";
import { requestLocale } from "@/lib/i18n/request-translations";
import { translator } from "@/lib/i18n/translator";

const page = "/account/recovery-codes";
const toLogin = `/login?next=${encodeURIComponent(page)}`;

/** Ten codes take about 350 bytes. */
const maxBytes = 4_000;

/** Shows nothing: the page has the button, as long as it shows the codes. */
export async function GET(): Promise<Response> {
  try {
    return leaveFor((await findCurrentSession()) === null ? toLogin : page);
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return leaveFor("/unavailable");
  }
}

/**
 * Hands the codes that the page has just shown back as a text file; the shop itself has none to give. By POST, so that
 * no code is in an address or in a browser's list of downloads, and only the member's own ten, so that nobody gets our
 * name onto other words. Works without JavaScript.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  try {
    const session = await findCurrentSession();
    if (session === null) return leaveFor(toLogin);
    const body = await readBody(request, maxBytes);
    const codes = new URLSearchParams(body === null ? "" : new TextDecoder().decode(body)).getAll("code");
    const isOwn = codes.length === recoveryCodeCount && (await areOwnRecoveryCodes(session.user.id, codes));
    if (!isOwn) return leaveFor(`${page}?notice=RECOVERY_FILE_REFUSED`);
    const clock = { locale: await requestLocale(), timeZone: session.user.timeZone };
    return new Response(writeFile(codes, clock), {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": 'attachment; filename="recovery-codes.txt"',
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return leaveFor("/unavailable");
  }
}

/** Without the email address: whoever finds the file or the paper has half of what opens the account. */
function writeFile(codes: string[], clock: Clock): string {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const t = translator(clock.locale, "recoveryCodes");
  const lines = [
    t("file.title", { shop: SENDGRID_FROM_NAME, domain: new URL(APP_URL).host }),
    t("file.saved", { at: writeTime(new Date(), clock) }),
    "",
    ...codes.map((code, index) => `${String(index + 1).padStart(2)}. ${code}`),
    "",
    t("file.use", { url: `${APP_URL}/login/recovery` }),
  ];
  return `${lines.join("\r\n")}\r\n`;
}

/** Each with a relative address, so that nothing is built from the Host header. */
function leaveFor(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "private, no-store" } });
}
