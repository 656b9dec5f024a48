import type { Metadata } from "next";
import { ChangeField } from "@/app/[locale]/admin/_change/change-form";
import { ConfirmStep } from "@/app/[locale]/admin/_change/confirm-step";
import { addProductAction } from "@/app/[locale]/admin/products/actions";
import { ProductFields } from "@/app/[locale]/admin/products/product-fields";
import { readAdminEligibility } from "@/lib/admin/change-as-admin";
import { nextShelfNumber } from "@/lib/admin/products/list-products";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminProducts"))("new.title") };
}

export default async function NewProductPage() {
  const session = await requireAdmin("/admin/products/new");
  const [eligibility, number] = await orUnavailable(() =>
    Promise.all([readAdminEligibility({ id: session.user.id, sessionId: session.id }), nextShelfNumber()]),
  );
  const t = await getTranslations("adminProducts");
  return (
    <ConfirmStep
      isWide
      place="/admin/products"
      title={t("new.title")}
      consequences={[t("consequences.shown"), t("consequences.hidden")]}
      eligibility={eligibility}
      action={addProductAction}
      submit={{ label: t("new.submit"), pendingLabel: t("pending") }}
      preview={t("preview.show")}
      cancelHref="/admin/products"
    >
      <ProductFields number={number} />
      <div className="max-w-reading">
        <ChangeField
          name="slug"
          label={t("fields.slug")}
          hint={t("fields.slugHint")}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
        />
      </div>
    </ConfirmStep>
  );
}
