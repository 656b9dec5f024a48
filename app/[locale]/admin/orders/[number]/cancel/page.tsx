import type { Metadata } from "next";
import { ChangeField } from "@/app/[locale]/admin/_change/change-form";
import { cancelOrderAction } from "@/app/[locale]/admin/orders/[number]/actions";
import { OrderStep } from "@/app/[locale]/admin/orders/[number]/order-step";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminOrders"))("cancel.link") };
}

export default async function CancelPage({ params }: { params: Promise<{ number: string }> }) {
  const t = await getTranslations("adminOrders");
  return (
    <OrderStep params={params} change="cancel" action={cancelOrderAction}>
      <ChangeField
        name="reason"
        label={t("cancel.reason")}
        hint={t("cancel.reasonHint")}
        autoComplete="off"
        maxLength={200}
        dir="auto"
        required
      />
    </OrderStep>
  );
}
