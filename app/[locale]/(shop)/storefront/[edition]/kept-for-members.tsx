import { KeyRound } from "lucide-react";
import { ForMembers, ForVisitors } from "@/components/layout/for-visitors";
import { ProductTile } from "@/components/product/product-tile";
import { ButtonLink } from "@/components/ui/button";
import { getTranslations } from "@/lib/i18n/page-translations";
import type { ProductTeaser } from "@/lib/storefront/products";
import type { SavingWords } from "./saving-words";

type KeptForMembersProps = { pieces: ProductTeaser[]; saving: SavingWords };

/** What membership is, and the pieces only members can open. */
export async function KeptForMembers({ pieces, saving }: KeptForMembersProps) {
  const t = await getTranslations("storefront");
  return (
    <section id="members" aria-labelledby="members-heading" className="border-line border-t bg-surface">
      <div className="shell grid gap-x-14 gap-y-10 py-14 sm:py-20 lg:grid-cols-[20rem_1fr]">
        <div className="grid content-start gap-6">
          <h2 id="members-heading" className="font-bold text-title">
            {t("kept.heading")}
          </h2>
          <p className="text-ink-muted text-lead">{t("kept.lead")}</p>
          <ul className="grid gap-px overflow-hidden border-line border-y bg-line">
            {[t("kept.prices", saving), t("kept.pieces"), t("kept.room"), t("kept.free")].map((benefit) => (
              <li key={benefit} className="bg-surface py-3 font-medium">
                {benefit}
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-3">
            <ForVisitors>
              <ButtonLink href="/register" prefetch={false}>
                {t("register")}
              </ButtonLink>
              <ButtonLink href="/login?next=/home" prefetch={false} variant="secondary">
                {t("logIn")}
              </ButtonLink>
            </ForVisitors>
            <ForMembers>
              <ButtonLink href="/home" prefetch={false}>
                {t("kept.toRoom")}
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
                <KeyRound aria-hidden="true" className="size-4" /> {t("kept.membersOnly")}
              </span>
            </ProductTile>
          ))}
        </div>
      </div>
    </section>
  );
}
