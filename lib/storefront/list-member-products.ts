import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import type { MemberProductCard } from "./product-card";
import { inItsLanguage, teaserText, textsIn } from "./product-text";

/** The whole range with member prices, member-only pieces first, in `locale` or else in English. For pages that only members reach. */
export async function listMemberProducts(locale: Locale): Promise<MemberProductCard[]> {
  const rows = await db().product.findMany({
    relationLoadStrategy: "join",
    select: {
      ...teaserText,
      slug: true,
      art: true,
      position: true,
      priceCents: true,
      memberPriceCents: true,
      membersOnly: true,
      texts: textsIn(locale, teaserText),
    },
    orderBy: [{ membersOnly: "desc" }, { position: "asc" }],
  });
  return rows.map(inItsLanguage).map(({ position, membersOnly, ...product }) => ({
    ...product,
    number: position,
    isMembersOnly: membersOnly,
  }));
}
