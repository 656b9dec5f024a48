import { ForMembers, ForVisitors } from "@/components/layout/for-visitors";
import { Shelf } from "@/components/product-art/product-art";
import { ButtonLink } from "@/components/ui/button";
import { getTranslations } from "@/lib/i18n/page-translations";
import type { SavingWords } from "./saving-words";

type SignProps = { count: number; saving: SavingWords };

/** The enamel sign over the door. */
export async function Sign({ count, saving }: SignProps) {
  const t = await getTranslations("storefront");
  return (
    <section className="shell pt-4 sm:pt-6">
      <div className="overflow-hidden rounded-card bg-accent p-1.5 text-on-accent">
        <div className="grid overflow-hidden rounded-[0.4rem] border-2 border-on-accent lg:grid-cols-[1.3fr_1fr]">
          <div className="flex flex-col justify-between gap-7 p-6 sm:p-10 lg:p-14">
            <h1 className="max-w-[9ch] font-extrabold text-display">{t("heading", { count })}</h1>
            <div className="grid gap-6">
              <p className="max-w-[34rem] text-lead">{t("lead", saving)}</p>
              <div className="flex flex-wrap gap-3">
                <ForVisitors>
                  <ButtonLink href="/register" prefetch={false} variant="inverse">
                    {t("register")}
                  </ButtonLink>
                </ForVisitors>
                <ForMembers>
                  <ButtonLink href="/home" prefetch={false} variant="inverse">
                    {t("yourPrices")}
                  </ButtonLink>
                </ForMembers>
                <a
                  href="#range"
                  className="inline-flex min-h-12 items-center sm:px-4 font-semibold underline decoration-2 underline-offset-4 hover:decoration-4"
                >
                  {t("seeRange")}
                </a>
              </div>
            </div>
          </div>
          <Shelf className="h-full max-h-[22rem] min-h-64 w-full bg-stock-butter lg:max-h-none" />
        </div>
      </div>
    </section>
  );
}
