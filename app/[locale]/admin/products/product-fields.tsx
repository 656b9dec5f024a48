import { ChangeCheck, ChangeChoice, ChangeField, ChangeTextArea } from "@/app/[locale]/admin/_change/change-form";
import { ProductArt, productDrawings } from "@/components/product-art/product-art";
import { type EditedProduct, productTextNames } from "@/lib/admin/products/change-product";
import { typeMoney } from "@/lib/i18n/format";
import { directionOf, type Locale, languageNames } from "@/lib/i18n/locales";
import { getTranslations, getWords } from "@/lib/i18n/page-translations";
import { shopConfig } from "@/shop.config";
import { ProductPreview } from "./product-preview";
import { longestTexts, textLocales } from "./read-product";

/** `number`: of a new product. */
type ProductFieldsProps = { product: EditedProduct } | { number: number };

/** Neither required nor of type number, so that our sentences come before the browser's. */
export async function ProductFields(props: ProductFieldsProps) {
  const product = "product" in props ? props.product : null;
  const [t, words] = await Promise.all([getTranslations("adminProducts"), getWords("adminProducts")]);
  const { currency } = shopConfig;
  const number = product ? product.position : "number" in props ? props.number : "";
  return (
    <>
      <div className="grid gap-x-6 gap-y-8 lg:grid-cols-3">
        {textLocales.map((language) => (
          <TextFields key={language} language={language} product={product} />
        ))}
      </div>
      <div className="grid items-end gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        <ChangeField
          name="price"
          label={t("fields.price", { currency })}
          hint={t("fields.priceHint")}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          defaultValue={product ? typeMoney(product.priceCents) : ""}
        />
        <ChangeField
          name="member-price"
          label={t("fields.memberPrice", { currency })}
          hint={t("fields.memberPriceHint")}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          defaultValue={product ? typeMoney(product.memberPriceCents) : ""}
        />
        <ChangeField
          name="stock"
          label={t("fields.stock")}
          hint={t("fields.stockHint")}
          inputMode="numeric"
          dir="ltr"
          autoComplete="off"
          defaultValue={product?.stock ?? ""}
        />
        <ChangeField
          name="position"
          label={t("fields.number")}
          hint={t("fields.numberHint")}
          inputMode="numeric"
          dir="ltr"
          autoComplete="off"
          defaultValue={number}
        />
      </div>
      <div className="flex flex-wrap gap-x-8">
        <ChangeCheck name="members-only" label={t("fields.membersOnly")} isChecked={product?.isMembersOnly ?? false} />
        <ChangeCheck name="hidden" label={t("fields.hidden")} isChecked={product?.isHidden ?? false} />
      </div>
      <ChangeChoice
        name="art"
        legend={t("fields.drawing")}
        chosen={product?.art ?? productDrawings[0] ?? ""}
        className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-4 gap-y-2"
        choices={productDrawings.map((art) => ({
          value: art,
          label: (
            <span className="flex items-center gap-3">
              <ProductArt art={art} className="w-12 shrink-0 rounded-plate" />
              <span className="text-fine">{words.drawings[art as keyof typeof words.drawings]}</span>
            </span>
          ),
        }))}
      />
      {product ? (
        <>
          <input type="hidden" name="product" value={product.id} />
          <input type="hidden" name="updated-at" value={product.updatedAt.toISOString()} />
          <input type="hidden" name="seen-stock" value={product.stock ?? ""} />
        </>
      ) : null}
      <ProductPreview words={words.preview} languages={textLocales} />
    </>
  );
}

async function TextFields({ language, product }: { language: Locale; product: EditedProduct | null }) {
  const t = await getTranslations("adminProducts");
  const text = language === textLocales[0] ? product?.text : product?.translations[language];
  const area = { lang: language, dir: directionOf(language), autoComplete: "off" } as const;
  return (
    <fieldset className="grid content-start gap-4">
      <legend className="mb-3 font-semibold text-heading" lang={language}>
        {languageNames[language]}
      </legend>
      {productTextNames.map((name) => {
        const field = {
          ...area,
          name: `${language}-${name}`,
          label: t(`fields.${name}`),
          maxLength: longestTexts[name],
          defaultValue: text?.[name] ?? "",
        };
        return name === "description" ? (
          <ChangeTextArea key={name} {...field} rows={10} hint={t("fields.descriptionHint")} />
        ) : (
          <ChangeField key={name} {...field} />
        );
      })}
    </fieldset>
  );
}
