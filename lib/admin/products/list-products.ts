import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";

export type StaffProduct = {
  id: string;
  slug: string;
  name: string;
  art: string;
  number: number;
  priceCents: number;
  memberPriceCents: number;
  isMembersOnly: boolean;
  /** Null: not counted. */
  stock: number | null;
  isHidden: boolean;
};

/** All products, hidden ones too, in the order of the shelf; named in `locale`, else in English. */
export async function listStaffProducts(locale: Locale): Promise<StaffProduct[]> {
  const rows = await db().product.findMany({
    relationLoadStrategy: "join",
    select: {
      id: true,
      slug: true,
      name: true,
      art: true,
      position: true,
      priceCents: true,
      memberPriceCents: true,
      membersOnly: true,
      stock: true,
      hiddenAt: true,
      texts: { where: { locale }, select: { name: true } },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map(({ texts, position, membersOnly, hiddenAt, ...product }) => ({
    ...product,
    name: texts[0]?.name ?? product.name,
    number: position,
    isMembersOnly: membersOnly,
    isHidden: hiddenAt !== null,
  }));
}

/** The number of the next product on the shelf. */
export async function nextShelfNumber(): Promise<number> {
  const { _max } = await db().product.aggregate({ _max: { position: true } });
  return (_max.position ?? 0) + 1;
}
