import type { Metadata } from "next";
import type { ReactNode } from "react";
import { StepUpWordsProvider } from "@/app/[locale]/_step-up/use-passkey-first";
import { PendingNavigation } from "@/components/layout/pending-navigation";
import { PersonalPages } from "@/components/layout/personal-pages";
import { getTranslations, getWords } from "@/lib/i18n/page-translations";
import { shopConfig } from "@/shop.config";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminOverview");
  return {
    title: { default: t("dashboard.title"), template: t("dashboard.titleTemplate", { shop: shopConfig.name }) },
    robots: { index: false },
  };
}

/** No guard: layouts are not rendered on every navigation, so each page guards itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("navigation");
  return (
    <>
      <PersonalPages />
      <PendingNavigation sentence={t("underWay")} />
      <StepUpWordsProvider words={(await getWords("stepUp")).form}>
        <div className="contents [--shell-width:100rem]">{children}</div>
      </StepUpWordsProvider>
    </>
  );
}
