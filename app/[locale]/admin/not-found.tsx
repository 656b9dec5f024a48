import type { Metadata } from "next";
import NotFoundInShop from "@/app/[locale]/(shop)/not-found";
import { PageShell } from "@/components/layout/page-shell";
import { getTranslations } from "@/lib/i18n/page-translations";
import { shopConfig } from "@/shop.config";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { absolute: t("titleTemplate", { shop: shopConfig.name }).replace("%s", t("notFound.title")) } };
}

/** As anywhere in the shop, so that shoppers learn nothing. */
export default function NotFound() {
  return (
    <PageShell isBleeding>
      <NotFoundInShop />
    </PageShell>
  );
}
