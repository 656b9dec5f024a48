import { typeMoney } from "@/lib/i18n/format";
import { shopConfig } from "@/shop.config";
import type { PublicProduct } from "./products";

/** As schema.org has it, for search engines. Takes what strangers see, so it knows no member price. */
export function describeProduct(product: PublicProduct, { url, picture }: { url: string; picture: string }) {
  const { slug, name, tagline, category, priceCents, left } = product;
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    sku: slug,
    name,
    description: tagline,
    category,
    image: picture,
    offers: {
      "@type": "Offer",
      url,
      price: typeMoney(priceCents),
      priceCurrency: shopConfig.currency,
      availability: `https://schema.org/${left === 0 ? "OutOfStock" : "InStock"}`,
    },
  };
}
