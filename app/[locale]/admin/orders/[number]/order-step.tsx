import { notFound } from "next/navigation";
import type { ComponentProps, ReactNode } from "react";
import { ConfirmStep } from "@/app/[locale]/admin/_change/confirm-step";
import { readAdminEligibility } from "@/lib/admin/change-as-admin";
import { findStaffOrder } from "@/lib/admin/orders/find-order";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import { getTranslations } from "@/lib/i18n/page-translations";
import { readOrderNumber } from "@/lib/orders/own-orders";

type OrderStepProps = {
  params: Promise<{ number: string }>;
  change: "accept" | "send" | "cancel";
  action: ComponentProps<typeof ConfirmStep>["action"];
  children?: ReactNode;
};

/** The step before a decision about an order; 404 for staff. */
export async function OrderStep({ params, change, action, children }: OrderStepProps) {
  const { number: typed } = await params;
  const session = await requireAdmin(`/admin/orders/${encodeURIComponent(typed)}/${change}`);
  const number = readOrderNumber(typed);
  if (number === null) notFound();
  const [order, eligibility] = await orUnavailable(() =>
    Promise.all([findStaffOrder(number), readAdminEligibility({ id: session.user.id, sessionId: session.id })]),
  );
  if (order === null) notFound();
  const t = await getTranslations("adminOrders");
  const isPaidByCard = order.payment === "CARD" && order.paidAt !== null;
  const told = order.user === null ? t("nobodyTold") : t(`${change}.told`);
  return (
    <ConfirmStep
      place="/admin/orders"
      title={t(`${change}.title`, { number: String(number) })}
      consequences={[t(`${change}.what`), ...(change === "cancel" && isPaidByCard ? [t("cancel.paysBack")] : []), told]}
      eligibility={eligibility}
      action={action}
      submit={{ label: t(`${change}.submit`), pendingLabel: t("pending"), isDanger: change === "cancel" }}
      cancelHref={`/admin/orders/${number}`}
    >
      <input type="hidden" name="order" value={number} />
      {children}
    </ConfirmStep>
  );
}
