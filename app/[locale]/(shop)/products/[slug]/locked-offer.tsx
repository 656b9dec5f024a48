import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { getTranslations } from "@/lib/i18n/page-translations";

/** What a stranger reads in the place of price and story. */
export async function LockedOffer({ slug }: { slug: string }) {
  const t = await getTranslations("product");
  return (
    <Card className="grid gap-4">
      <h2 className="font-bold text-heading">{t("locked.heading")}</h2>
      <p className="text-ink-muted">{t("locked.lead")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/register?next=/products/${slug}`} prefetch={false}>
          {t("register")}
        </ButtonLink>
        <ButtonLink href={`/login?next=/products/${slug}`} prefetch={false} variant="secondary">
          {t("logIn")}
        </ButtonLink>
      </div>
    </Card>
  );
}
