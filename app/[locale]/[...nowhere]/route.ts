import { plainPage } from "@/app/plain-page";
import { toLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Context = { params: Promise<{ locale: string }> };

/**
 * Any address that nothing else has. Not a page of Next: one that is not found is sent without its content there, for
 * the script to draw, and one kept for each wrong address would be a cache that anybody fills.
 */
async function answer(_request: Request, { params }: Context): Promise<Response> {
  const locale = toLocale((await params).locale);
  const t = translator(locale, "shell");
  return plainPage({
    locale,
    status: 404,
    title: t("notFound.heading"),
    sentence: t("notFound.lead"),
    link: { path: "/#range", label: t("notFound.toRange") },
  });
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
