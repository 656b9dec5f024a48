import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { getPublicPath, getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("notFound.title") };
}

/** Not beside the root layout: Next writes it into each page below. */
export default async function NotFound() {
  const t = await getTranslations("shell");
  return (
    <PageBody>
      <div className="grid max-w-reading justify-items-start gap-5 py-10">
        <p className="plate inline-flex h-24 items-center rounded-card px-6 font-bold text-display leading-none">
          {404}
        </p>
        <h1 className="font-bold text-title">{t("notFound.heading")}</h1>
        <p className="text-ink-muted text-lead">{t("notFound.lead")}</p>
        <ButtonLink href={await getPublicPath("/#range")}>{t("notFound.toRange")}</ButtonLink>
      </div>
    </PageBody>
  );
}
