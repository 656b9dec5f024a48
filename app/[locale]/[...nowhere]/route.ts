import { plainPage } from "@/app/plain-page";
import { toLocale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { translator } from "@/lib/i18n/translator";

type Context = { params: Promise<{ locale: string }> };

/** 404. A route: Next's page would need scripts, and caching each wrong address fills the disk. */
async function answer(_request: Request, { params }: Context): Promise<Response> {
  const locale = toLocale((await params).locale);
  const t = translator(locale, "shell");
  return plainPage({
    locale,
    status: 404,
    title: t("notFound.heading"),
    sentence: t("notFound.lead"),
    link: { path: publicPath("/#range", locale), label: t("notFound.toRange") },
  });
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
