import type { ChangeState } from "@/app/[locale]/admin/_change/run-change";
import { productDrawings } from "@/components/product-art/product-art";
import { type ProductText, type ProductValues, productTextNames } from "@/lib/admin/products/change-product";
import { formText } from "@/lib/http/form-text";
import { readMoney } from "@/lib/i18n/format";
import { type Locale, locales } from "@/lib/i18n/locales";
import { requestTranslations } from "@/lib/i18n/request-translations";
import type { Translations } from "@/lib/i18n/translator";
import { catalogueLocale } from "@/lib/storefront/products";
import { readTyped } from "@/lib/typed-text";

/** English first: it stands for what is not translated. */
export const textLocales: readonly Locale[] = [
  catalogueLocale,
  ...locales.filter((locale) => locale !== catalogueLocale),
];

/** In UTF-16 units. Three languages stay within the body that lib/http/limit-body.ts takes. */
export const longestTexts = { name: 80, tagline: 160, category: 40, description: 2_000 } as const;

/** In the smallest unit. Twenty pieces fit into an order's total. */
const mostPrice = 100_000_000;
const mostPieces = 1_000_000;
const mostNumber = 9_999;

type Errors = Record<string, string | undefined>;
type Sentences = Translations<"adminProducts">;

/** Reads the form of a product: what it says, or what is wrong with it. */
export async function readProduct(
  form: FormData,
): Promise<{ values: Record<string, string>; product: ProductValues } | { state: ChangeState }> {
  const t = await requestTranslations("adminProducts");
  const values = readValues(form);
  const errors: Errors = {};
  const texts = textLocales.map((locale) => [locale, readText(values, locale, errors, t)] as const);
  const [own, ...others] = texts;
  const price = readPrice(values, "price", errors, t);
  const memberPrice = readPrice(values, "member-price", errors, t);
  if (price !== null && memberPrice !== null && memberPrice > price)
    errors["member-price"] = t("errors.memberPriceHigher");
  const product = {
    text: own?.[1],
    translations: Object.fromEntries(others),
    priceCents: price,
    memberPriceCents: memberPrice,
    isMembersOnly: values["members-only"] === "on",
    stock: values.stock === "" ? null : readCount(values, "stock", { least: 0, most: mostPieces }, errors, t),
    position: readCount(values, "position", { least: 1, most: mostNumber }, errors, t),
    art: values.art,
    isHidden: values.hidden === "on",
  };
  if (!productDrawings.includes(values.art ?? "")) errors.art = t("errors.art");
  if (Object.keys(errors).length > 0) return { state: { values, errors, problem: t("errors.problem") } };
  return { values, product: product as ProductValues };
}

function readValues(form: FormData): Record<string, string> {
  const short = ["slug", "price", "member-price", "stock", "position", "art", "members-only", "hidden"];
  const values = Object.fromEntries(short.map((name) => [name, formText(form, name, 200).trim()]));
  for (const locale of textLocales) {
    for (const name of productTextNames) {
      const field = `${locale}-${name}`;
      // One more than fits, so that too much is noticed; browsers send CRLF.
      values[field] = formText(form, field, 2 * longestTexts[name] + 1)
        .replaceAll("\r\n", "\n")
        .trim();
    }
  }
  return values;
}

/** All texts of a language, or null where all are empty; English is needed. */
function readText(values: Record<string, string>, locale: Locale, errors: Errors, t: Sentences): ProductText | null {
  const texts = productTextNames.map((name) => [name, values[`${locale}-${name}`] ?? ""] as const);
  if (locale !== catalogueLocale && texts.every(([, text]) => text === "")) return null;
  for (const [name, text] of texts) {
    if (text === "")
      errors[`${locale}-${name}`] = t(locale === catalogueLocale ? "errors.emptyText" : "errors.partOfTexts");
    if (text.length > longestTexts[name])
      errors[`${locale}-${name}`] = t("errors.longText", { most: longestTexts[name] });
  }
  return Object.fromEntries(texts) as ProductText;
}

function readPrice(values: Record<string, string>, name: string, errors: Errors, t: Sentences): number | null {
  const price = readMoney(values[name] ?? "");
  if (price !== null && price >= 1 && price <= mostPrice) return price;
  errors[name] = t("errors.price");
  return null;
}

function readCount(
  values: Record<string, string>,
  name: string,
  { least, most }: { least: number; most: number },
  errors: Errors,
  t: Sentences,
): number | null {
  const typed = readTyped(values[name] ?? "");
  const count = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
  if (count >= least && count <= most) return count;
  errors[name] = t("errors.count", { least, most });
  return null;
}
