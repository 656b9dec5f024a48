import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ConfirmStep } from "@/app/[locale]/admin/_change/confirm-step";
import { editProductAction } from "@/app/[locale]/admin/products/actions";
import { ProductFields } from "@/app/[locale]/admin/products/product-fields";
import { isolated } from "@/components/ui/rich-text";
import { readAdminEligibility } from "@/lib/admin/change-as-admin";
import { findProductToEdit } from "@/lib/admin/products/change-product";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminProducts"))("edit.meta") };
}

export default async function EditProductPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const session = await requireAdmin(`/admin/products/${encodeURIComponent(id)}/edit`);
  if (!z.uuid().safeParse(id).success) notFound();
  const [product, eligibility] = await orUnavailable(() =>
    Promise.all([findProductToEdit(id), readAdminEligibility({ id: session.user.id, sessionId: session.id })]),
  );
  if (product === null) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminProducts")]);
  const { name } = product.translations[locale] ?? product.text;
  return (
    <ConfirmStep
      isWide
      place="/admin/products"
      title={t.rich("edit.title", { name, ...isolated })}
      consequences={[t("consequences.shown"), t("consequences.orders"), t("consequences.hidden")]}
      eligibility={eligibility}
      action={editProductAction}
      submit={{ label: t("edit.submit"), pendingLabel: t("pending") }}
      preview={t("preview.show")}
      cancelHref="/admin/products"
    >
      <ProductFields product={product} />
    </ConfirmStep>
  );
}
