import { plainPage } from "@/app/plain-page";
import { toLocale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { translator } from "@/lib/i18n/translator";

/** In seconds. */
const retryAfterSeconds = 30;

type Context = { params: Promise<{ locale: string }> };

async function answer(_request: Request, { params }: Context): Promise<Response> {
  const locale = toLocale((await params).locale);
  const t = translator(locale, "plainPages");
  return plainPage({
    locale,
    status: 503,
    retryAfterSeconds,
    title: t("unavailableTitle"),
    sentence: translator(locale, "feedback")("SHOP_UNAVAILABLE"),
    link: { path: publicPath("/", locale), label: t("toWindow") },
  });
}

/** Needs nothing, so it can always be shown. */
export { answer as GET, answer as POST };
