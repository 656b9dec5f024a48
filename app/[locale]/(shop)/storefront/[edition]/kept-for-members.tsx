import { KeyRound } from "lucide-react";
import { ForMembers, ForVisitors } from "@/components/layout/for-visitors";
import { ProductTile } from "@/components/product/product-tile";
import { ButtonLink } from "@/components/ui/button-link";
import type { ProductTeaser } from "@/lib/storefront/product-card";
import { savingInWords } from "./saving-in-words";

type KeptForMembersProps = { pieces: ProductTeaser[]; savingPercent: { least: number; most: number } | null };

/** What membership is, and the pieces only members can open. */
export function KeptForMembers({ pieces, savingPercent }: KeptForMembersProps) {
  return (
    <section id="members" aria-labelledby="members-heading" className="border-line border-t bg-surface">
      <div className="shell grid gap-x-14 gap-y-10 py-14 sm:py-20 lg:grid-cols-[20rem_1fr]">
        <div className="grid content-start gap-6">
          <h2 id="members-heading" className="font-bold text-title">
            Kept behind the counter
          </h2>
          <p className="text-ink-muted text-lead">
            Some things are made in numbers too small for a shop window. Members see them in colour, with their story
            and their price.
          </p>
          <ul className="grid gap-px overflow-hidden border-line border-y bg-line">
            {[
              `Every price ${savingInWords(savingPercent)}`,
              "Pieces nobody else can buy",
              "A members’ room with something to read",
              "No fee, no newsletter, no password",
            ].map((benefit) => (
              <li key={benefit} className="bg-surface py-3 font-medium">
                {benefit}
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-3">
            <ForVisitors>
              <ButtonLink href="/register" prefetch={false}>
                Create account
              </ButtonLink>
              <ButtonLink href="/login?next=/home" prefetch={false} variant="secondary">
                Log in
              </ButtonLink>
            </ForVisitors>
            <ForMembers>
              <ButtonLink href="/home" prefetch={false}>
                Go behind the counter
              </ButtonLink>
            </ForMembers>
          </div>
        </div>
        <div className="grid grid-cols-2 gap-x-4 gap-y-9 md:gap-x-6">
          {pieces.map((piece) => (
            <ProductTile
              key={piece.slug}
              href={`/products/${piece.slug}`}
              name={piece.name}
              tagline={piece.tagline}
              art={piece.art}
              number={piece.number}
              isVeiled
            >
              <span className="inline-flex items-center gap-1.5 text-accent-text text-fine">
                <KeyRound aria-hidden="true" className="size-4" /> Members only
              </span>
            </ProductTile>
          ))}
        </div>
      </div>
    </section>
  );
}
