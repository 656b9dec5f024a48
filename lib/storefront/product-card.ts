/** What every visitor may know of a product. */
export type ProductTeaser = {
  slug: string;
  name: string;
  tagline: string;
  category: string;
  art: string;
  number: number;
};

/** A product in a list, as the public sees it: without the member price. */
export type PublicProductCard = ProductTeaser & { priceCents: number };

/** A product in a list, as members see it. */
export type MemberProductCard = PublicProductCard & { memberPriceCents: number; isMembersOnly: boolean };
