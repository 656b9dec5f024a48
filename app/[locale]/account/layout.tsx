import type { ReactNode } from "react";
import { StepUpWordsProvider } from "@/app/[locale]/_step-up/use-passkey-first";
import { PersonalPages } from "@/components/layout/personal-pages";
import { getWords } from "@/lib/i18n/page-translations";

/** No guard: layouts are not rendered on every navigation, so each page guards itself. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PersonalPages />
      <StepUpWordsProvider words={(await getWords("stepUp")).form}>{children}</StepUpWordsProvider>
    </>
  );
}
