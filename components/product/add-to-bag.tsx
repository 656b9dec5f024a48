import { Button } from "@/components/ui/button";
import { QuantityInput } from "@/components/ui/field";
import { getTranslations } from "@/lib/i18n/page-translations";

/** A plain form, for pages with scripts and without. */
export async function AddToBag({ slug, most }: { slug: string; most: number }) {
  const t = await getTranslations("product");
  return (
    <form action="/bag/add" method="post" className="flex flex-wrap items-end gap-3">
      <QuantityInput name={slug} label={t("quantity")} defaultValue={1} min={1} max={most} />
      <Button type="submit" className="grow sm:grow-0">
        {t("addToBag")}
      </Button>
    </form>
  );
}
