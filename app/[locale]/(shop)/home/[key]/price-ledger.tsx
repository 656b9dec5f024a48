import Link from "next/link";
import { EnamelNumber } from "@/components/ui/enamel-number";
import { Price } from "@/components/ui/price";
import type { MemberProductCard } from "@/lib/storefront/product-card";

const rooms = ["Kitchen", "Desk", "Home"];

/** Every price a member pays, room by room. */
export function PriceLedger({ products }: { products: MemberProductCard[] }) {
  const others = products.map((product) => product.category).filter((category) => !rooms.includes(category));
  return (
    <section aria-labelledby="ledger-heading" className="shell py-14 sm:py-20">
      <h2 id="ledger-heading" className="mb-8 font-bold text-title sm:mb-10">
        What you pay
      </h2>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-3">
        {[...rooms, ...new Set(others)].map((room) => (
          <Room key={room} name={room} products={products.filter((product) => product.category === room)} />
        ))}
      </div>
    </section>
  );
}

function Room({ name, products }: { name: string; products: MemberProductCard[] }) {
  if (products.length === 0) return null;
  return (
    <div>
      <h3 className="border-ink border-b-2 pb-2 font-semibold text-heading">{name}</h3>
      <ul className="ledger divide-y divide-line">
        {[...products]
          .sort((a, b) => a.number - b.number)
          .map((product) => (
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
