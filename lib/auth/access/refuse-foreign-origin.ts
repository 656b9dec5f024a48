import { after } from "next/server";
import { readVisitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { recordRefusedAccess } from "./record-refused-access";

/** The answer to a form that another site had a browser post (403). The trail has an entry after it. */
export async function refuseForeignOrigin(headers: Pick<Headers, "get">): Promise<Response> {
  const visitor = readVisitor(headers);
  after(() => recordRefusedAccess("foreign origin", visitor));
  return new Response((await requestTranslations("feedback"))("FOREIGN_ORIGIN"), { status: 403 });
}
