import type { ReactNode } from "react";
import { Drawing } from "@/components/product-art/product-art";
import { getTranslations } from "@/lib/i18n/page-translations";

/** The long read of the members' page. */
export async function BlueLine() {
  const t = await getTranslations("blueLine");
  return (
    <article aria-labelledby="blue-line">
      <header className="shell grid items-center gap-x-14 gap-y-8 pt-6 pb-12 sm:pt-10 lg:grid-cols-[1fr_1.1fr] lg:pb-16">
        <div className="grid gap-5 max-lg:order-last">
          <p className="font-semibold text-accent-text">{t("kicker")}</p>
          <h1 id="blue-line" className="font-extrabold text-display">
            {t("heading")}
          </h1>
          <p className="max-w-[32rem] font-serif text-heading text-ink-muted italic leading-snug">{t("standfirst")}</p>
        </div>
        <svg
          viewBox="0 0 560 420"
          preserveAspectRatio="xMidYMid slice"
          aria-hidden="true"
          className="aspect-[4/3] w-full rounded-card bg-stock-sky"
        >
          <Drawing art="turntable" />
        </svg>
      </header>
      <div className="shell grid gap-x-16 gap-y-10 pb-16 sm:pb-20 lg:grid-cols-[minmax(0,38rem)_minmax(0,1fr)]">
        <Reading>
          <p className="plate-initial">{t("ridge")}</p>
          <p>{t("glass")}</p>
          <p>{t("edge")}</p>
        </Reading>
        <Figure caption={t("sectionCaption")}>
          <svg viewBox="0 0 400 320" aria-hidden="true" className="w-full rounded-card bg-stock-butter">
            <Drawing art="rim-section" />
          </svg>
        </Figure>
        <Reading>
          <p>{t("irena")}</p>
          <p>{t("machine")}</p>
          <p>{t("cobalt")}</p>
          <p>{t("returns")}</p>
          <p>{t("signature")}</p>
        </Reading>
        <div className="grid content-between gap-12">
          <p aria-hidden="true" className="max-w-[16ch] font-extrabold text-accent-text text-title max-lg:hidden">
            {t("pullQuote")}
          </p>
          <Figure caption={t("overlapCaption")}>
            <svg viewBox="0 0 400 320" aria-hidden="true" className="w-full rounded-card bg-stock-blush">
              <Drawing art="overlap" />
            </svg>
          </Figure>
        </div>
      </div>
    </article>
  );
}

function Figure({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <figure className="max-w-[28rem]">
      {children}
      <figcaption className="mt-3 text-fine text-ink-muted">{caption}</figcaption>
    </figure>
  );
}

function Reading({ children }: { children: ReactNode }) {
  return <div className="grid content-start gap-5 font-serif text-[1.25rem] leading-[1.62]">{children}</div>;
}
