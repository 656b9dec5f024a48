import Link from "next/link";
import { EnamelNumber, Price } from "@/components/ui/price";
import { getTranslations } from "@/lib/i18n/page-translations";
import type { MemberProductCard } from "@/lib/storefront/products";

/** Every price a member pays, room by room, in the order in which the rooms got their first number. */
export async function PriceLedger({ products }: { products: MemberProductCard[] }) {
  const t = await getTranslations("home");
  const inOrder = [...products].sort((a, b) => a.number - b.number);
  const rooms = new Set(inOrder.map((product) => product.category));
  return (
    <section aria-labelledby="ledger-heading" className="shell py-14 sm:py-20">
      <h2 id="ledger-heading" className="mb-8 font-bold text-title sm:mb-10">
        {t("prices")}
      </h2>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-3">
        {[...rooms].map((room) => (
          <Room key={room} name={room} products={inOrder.filter((product) => product.category === room)} />
        ))}
      </div>
    </section>
  );
}

function Room({ name, products }: { name: string; products: MemberProductCard[] }) {
  return (
    <div>
      <h3 className="border-ink border-b-2 pb-2 font-semibold text-heading">{name}</h3>
      <ul className="ledger divide-y divide-line">
        {products.map((product) => (
          <li key={product.slug}>
            <EnamelNumber value={product.number} />
            <Link href={`/products/${product.slug}`} prefetch={false}>
              {product.name}
            </Link>
            <Price cents={product.memberPriceCents} was={product.priceCents} />
          </li>
        ))}
      </ul>
    </div>
  );
}
