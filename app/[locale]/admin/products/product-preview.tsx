"use client";

import type { ReactNode } from "react";
import { useLastTry } from "@/app/[locale]/admin/_change/change-form";
import { TileFrame } from "@/components/product/tile-frame";
import { Badge } from "@/components/ui/badge";
import { readMoney, writeMoney } from "@/lib/i18n/format";
import { directionOf, type Locale, languageNames } from "@/lib/i18n/locales";
import type { Words } from "@/lib/i18n/translator";

type PreviewWords = Words<"adminProducts">["preview"];

/** English first. */
type ProductPreviewProps = { words: PreviewWords; languages: readonly Locale[] };

/** What was typed, as tiles of the shop. Works without scripts: the server draws the answer to the form. */
export function ProductPreview({ words, languages }: ProductPreviewProps) {
  const { isPreview, values = {} } = useLastTry();
  return (
    <div id="preview" role="status" className="empty:sr-only">
      {isPreview ? (
        <div className="grid gap-5 rounded-card border border-line bg-canvas p-5 sm:p-7">
          <h2 className="font-semibold text-heading">{words.title}</h2>
          <p className="text-ink-muted">{values.hidden === "on" ? words.hidden : words.lead}</p>
          <div className="grid gap-x-10 gap-y-8 lg:grid-cols-3">
            {languages.map((language) => (
              <LanguagePreview
                key={language}
                language={language}
                written={values[`${language}-name`] ? language : languages[0]}
                values={values}
                words={words}
              />
            ))}
          </div>
        </div>
      ) : null}
    </div>
  );
}

type LanguagePreviewProps = {
  language: Locale;
  /** The language of the texts. */
  written: Locale | undefined;
  values: Record<string, string>;
  words: PreviewWords;
};

function LanguagePreview({ language, written = language, values, words }: LanguagePreviewProps) {
  const text = (name: string) => values[`${written}-${name}`] ?? "";
  const [price, memberPrice] = [values.price, values["member-price"]].map((typed) =>
    writeMoney(readMoney(typed ?? "") ?? 0, language),
  );
  const isForMembers = values["members-only"] === "on";
  const tile = {
    href: "#preview",
    name: text("name"),
    tagline: text("tagline"),
    art: values.art ?? "",
    plate: <span className="house-number">{values.position}</span>,
  };
  return (
    <div className="grid content-start gap-4">
      <p className="font-semibold" lang={language}>
        {languageNames[language]}
      </p>
      <div className="grid grid-cols-2 gap-4" lang={written} dir={directionOf(language)}>
        <Seen by={words.visitors}>
          <TileFrame {...tile} isVeiled={isForMembers}>
            {isForMembers ? null : price}
          </TileFrame>
        </Seen>
        <Seen by={words.members}>
          <TileFrame {...tile}>
            <span className="price">
              {price === memberPrice ? null : <s>{price}</s>}
              <span>{memberPrice}</span>
            </span>
          </TileFrame>
        </Seen>
        <div className="col-span-2 grid gap-3 font-serif">
          {text("description")
            .split(/\n{2,}/)
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </div>
      </div>
    </div>
  );
}

function Seen({ by, children }: { by: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-2">
      <Badge className="justify-self-start">{by}</Badge>
      {children}
    </div>
  );
}
