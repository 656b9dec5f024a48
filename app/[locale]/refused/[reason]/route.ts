import { plainPage } from "@/app/plain-page";
import { knownMethods } from "@/lib/http/unreadable-request";
import { toLocale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { translator } from "@/lib/i18n/translator";

type Context = { params: Promise<{ locale: string; reason: string }> };

/** Answers what instrumentation-node.ts refused. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: tag, reason } = await params;
  const locale = toLocale(tag);
  const t = translator(locale, "plainPages");
  const link = { path: publicPath("/", locale), label: t("toWindow") };
  if (reason === "method") {
    const title = t("wrongMethod.title");
    const page = plainPage({ locale, status: 405, title, sentence: t("wrongMethod.sentence"), link });
    page.headers.set("Allow", knownMethods.join(", "));
    return page;
  }
  if (reason === "size") {
    const sentence = t("tooLarge");
    if (!request.headers.get("accept")?.includes("text/html")) return new Response(sentence, { status: 413 });
    return plainPage({ locale, status: 413, title: t("tooLargeTitle"), sentence, link });
  }
  const title = t("wrongAddress.title");
  return plainPage({ locale, status: 400, title, sentence: t("wrongAddress.sentence"), link });
}
