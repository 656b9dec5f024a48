import { after } from "next/server";
import { answerDownload, leadToDownloadPage, privateFile } from "@/app/[locale]/account/download";
import { exportOwnData } from "@/lib/auth/account/export-own-data";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { env } from "@/lib/env";
import { seeOther } from "@/lib/http/safe-redirect";
import { readVisitor } from "@/lib/http/visitor";
import { ownDataStream } from "@/lib/users/own-data";
import { shopConfig } from "@/shop.config";

const page = "/account/data";

export async function GET(): Promise<Response> {
  return await leadToDownloadPage(page);
}

/** The member's data as JSON (R33); spends a re-authentication. */
export async function POST(request: Request): Promise<Response> {
  return await answerDownload(request, page, async (session) => {
    const visitor = readVisitor(request.headers);
    const exported = await exportOwnData(session, visitor);
    if (!exported.ok) return seeOther(`${page}?notice=EXPORT_STEP_UP_NEEDED`);
    const data = exported.value;
    after(sendDueMails);
    const day = data.readAt.toISOString().slice(0, 10);
    const shop = { name: shopConfig.name, domain: new URL(env().APP_URL).host };
    return privateFile(ownDataStream(data, shop, visitor.locale), `my-data-${day}.json`, "application/json");
  });
}
