import type { Metadata } from "next";
import { PageBody } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** What /home shows without the gate's rewrite. */
export default async function HomeDoorPage() {
  const t = await getTranslations("home");
  return (
    <PageBody isBleeding>
      <div className="shell grid justify-items-start gap-6 py-16">
        <h1 className="font-bold text-title">{t("door.heading")}</h1>
        <ButtonLink href="/login?next=/home" prefetch={false}>
          {t("door.logIn")}
        </ButtonLink>
      </div>
    </PageBody>
  );
}
