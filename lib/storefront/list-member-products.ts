import { db } from "@/lib/db/client";
import type { MemberProductCard } from "./product-card";

/** The whole range with member prices, member-only pieces first. For pages that only members reach. */
export async function listMemberProducts(): Promise<MemberProductCard[]> {
  const rows = await db().product.findMany({
    select: {
      slug: true,
      name: true,
      tagline: true,
      category: true,
      art: true,
      position: true,
      priceCents: true,
      memberPriceCents: true,
      membersOnly: true,
    },
    orderBy: [{ membersOnly: "desc" }, { position: "asc" }],
  });
  return rows.map(({ position, membersOnly, ...product }) => ({
    ...product,
    number: position,
    isMembersOnly: membersOnly,
  }));
}
