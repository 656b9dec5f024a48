import { ButtonLink } from "@/components/ui/button-link";
import { Price } from "@/components/ui/price";
import type { ProductView } from "@/lib/storefront/find-product";

/** Price and story of a product that the visitor may see. */
export function OpenOffer({ product }: { product: Exclude<ProductView, { access: "locked" }> }) {
  return (
    <>
      <div className="grid gap-1 border-line border-y py-5">
        {product.access === "member" ? (
          <>
            <Price cents={product.memberPriceCents} was={product.priceCents} className="font-bold text-title" />
            <p className="text-ink-muted">
              Your price as a member, <Price cents={product.priceCents - product.memberPriceCents} /> below the list.
            </p>
          </>
        ) : (
          <>
            <Price cents={product.priceCents} className="font-bold text-title" />
            <p className="text-ink-muted">Members pay less for this one, and for everything else.</p>
            <div className="mt-3 flex flex-wrap gap-3">
              <ButtonLink href={`/login?next=/products/${product.slug}`} prefetch={false}>
                Log in for your price
              </ButtonLink>
              <ButtonLink href={`/register?next=/products/${product.slug}`} prefetch={false} variant="secondary">
                Create account
              </ButtonLink>
            </div>
          </>
        )}
      </div>
      <div className="grid gap-5 font-serif text-[1.1875rem] leading-[1.6]">
        {product.description.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </>
  );
}
