import Link from "next/link";
import { ProductArt } from "@/components/product-art/product-art";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EnamelNumber } from "@/components/ui/enamel-number";
import { QuantityInput } from "@/components/ui/field";
import { hidden } from "@/components/ui/rich-text";
import { mostPieces } from "@/lib/bag/change-bag";
import { type BagView, pieces } from "@/lib/bag/read-bag";
import { isolate, writeMoney } from "@/lib/i18n/format";
import { getLocale, getPublicPath, getTranslations } from "@/lib/i18n/page-translations";

type Line = BagView["lines"][number];

export async function BagLine({ line }: { line: Line }) {
  const { slug, name, art, number, quantity, state, priceCents } = line;
  const [t, locale] = await Promise.all([getTranslations("bag"), getLocale()]);
  const named = { name: isolate(name, locale), ...hidden };
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 py-6 sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-x-6">
      <ProductArt
        art={art}
        isVeiled={state === "MEMBERS_ONLY"}
        className={classNames("w-full rounded-card", state !== "AVAILABLE" && "opacity-60")}
      />
      <div className="grid content-start gap-3">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
          <div className="grid gap-1">
            <h2 className="flex items-center gap-3 font-semibold text-lead">
              <EnamelNumber value={number} />
              {state === "HIDDEN" ? (
                <span>{name}</span>
              ) : (
                <Link href={await getPublicPath(`/products/${slug}`)} prefetch={false} className="hover:underline">
                  {name}
                </Link>
              )}
            </h2>
            {priceCents !== null && quantity > 1 ? (
              <p className="text-fine text-ink-muted">{t("each", { price: writeMoney(priceCents, locale) })}</p>
            ) : null}
          </div>
          {priceCents === null ? null : (
            <p className="font-bold text-lead tabular-nums">{writeMoney(priceCents * pieces(line), locale)}</p>
          )}
        </div>
        <LineNote line={line} />
        <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
          {state === "AVAILABLE" ? (
            <form action="/bag/set" method="post" className="flex flex-wrap items-end gap-3">
              <QuantityInput
                name={slug}
                label={t.rich("quantity", named)}
                defaultValue={quantity}
                min={1}
                max={mostPieces}
              />
              <Button type="submit" variant="secondary">
                <span>{t.rich("update", named)}</span>
              </Button>
            </form>
          ) : null}
          <form action="/bag/set" method="post">
            <input type="hidden" name={slug} value={0} />
            <Button type="submit" variant="quiet" className={state === "AVAILABLE" ? "max-sm:-ms-6" : "-ms-6"}>
              <span>{t.rich("remove", named)}</span>
            </Button>
          </form>
        </div>
      </div>
    </li>
  );
}

/** What its owner should know before they order. */
async function LineNote({ line }: { line: Line }) {
  const { quantity, state, left, priceCents, earlierPriceCents } = line;
  const [t, locale] = await Promise.all([getTranslations("bag"), getLocale()]);
  if (state !== "AVAILABLE") return <p className="font-medium text-ink-muted">{t(`state.${state}`)}</p>;
  return (
    <>
      {left === null ? null : (
        <p className="font-medium text-warning">
          {left < quantity ? t("fewer", { left, quantity: String(quantity) }) : t("onlyLeft", { left })}
        </p>
      )}
      {earlierPriceCents === null || priceCents === null ? null : (
        <p className="font-medium text-warning">
          {t("priceChanged", { was: writeMoney(earlierPriceCents, locale), price: writeMoney(priceCents, locale) })}
        </p>
      )}
    </>
  );
}
