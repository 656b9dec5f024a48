import { answerDownload, leadToDownloadPage, privateFile } from "@/app/[locale]/account/download";
import { recoveryCodeCount } from "@/lib/auth/recovery-codes/recovery-code";
import { areOwnRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { env } from "@/lib/env";
import { readBody } from "@/lib/http/read-body";
import { seeOther } from "@/lib/http/safe-redirect";
import { type Clock, writeTime } from "@/lib/i18n/format";
import { requestLocale } from "@/lib/i18n/request-translations";
import { translator } from "@/lib/i18n/translator";
import { shopConfig } from "@/shop.config";

const page = "/account/recovery-codes";

/** Ten codes take about 350 bytes. */
const maxBytes = 4_000;

export async function GET(): Promise<Response> {
  return await leadToDownloadPage(page);
}

/** Returns posted codes as a file, if they are the member's ten; the shop has only hashes. */
export async function POST(request: Request): Promise<Response> {
  return await answerDownload(request, page, async (session) => {
    const body = await readBody(request, maxBytes);
    const codes = new URLSearchParams(body === null ? "" : new TextDecoder().decode(body)).getAll("code");
    const isOwn = codes.length === recoveryCodeCount && (await areOwnRecoveryCodes(session.user.id, codes));
    if (!isOwn) return seeOther(`${page}?notice=RECOVERY_FILE_REFUSED`);
    const clock = { locale: await requestLocale(), timeZone: session.user.timeZone };
    return privateFile(writeFile(codes, clock), "recovery-codes.txt", "text/plain");
  });
}

/** Without the email: a finder would have half the login. */
function writeFile(codes: string[], clock: Clock): string {
  const { APP_URL } = env();
  const t = translator(clock.locale, "recoveryCodes");
  const lines = [
    t("file.title", { shop: shopConfig.name, domain: new URL(APP_URL).host }),
    t("file.saved", { at: writeTime(new Date(), clock) }),
    "",
    ...codes.map((code, index) => `${String(index + 1).padStart(2)}. ${code}`),
    "",
    t("file.use", { url: `${APP_URL}/login/recovery` }),
  ];
  return `${lines.join("\r\n")}\r\n`;
}
