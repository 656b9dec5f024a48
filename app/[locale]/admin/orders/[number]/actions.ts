"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { remakeProductPages } from "@/app/[locale]/(shop)/remake-pages";
import { type ChangeState, type Refusal, runChange } from "@/app/[locale]/admin/_change/run-change";
import type { ActingAdmin } from "@/lib/admin/change-as-admin";
import { acceptOrderAsAdmin, cancelOrderAsAdmin, sendOrderAsAdmin } from "@/lib/admin/orders/decide-order";
import { formText } from "@/lib/http/form-text";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { readOrderNumber } from "@/lib/orders/own-orders";
import { settleCancelled } from "@/lib/payment/settle-payments";
import { fail, type Result } from "@/lib/result";

export async function acceptOrderAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await decide(form, "accept", "ACCEPTED", acceptOrderAsAdmin);
}

export async function sendOrderAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  return await decide(form, "send", "SENT", sendOrderAsAdmin);
}

export async function cancelOrderAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const reason = formText(form, "reason", 200).trim();
  if (reason === "")
    return { values: { reason }, errors: { reason: (await requestTranslations("adminOrders"))("cancel.noReason") } };
  const refused = await decide(form, "cancel", "CANCELLED", async (admin, number) => {
    const cancelled = await cancelOrderAsAdmin(admin, number, reason);
    if (cancelled.ok) {
      // What was sold out may be there again.
      remakeProductPages();
      after(() => settleCancelled(number));
    }
    return cancelled;
  });
  return { ...refused, values: { reason } };
}

/** Decides and leads to the order's page; gives the form's state on failure. */
async function decide(
  form: FormData,
  page: string,
  notice: "ACCEPTED" | "SENT" | "CANCELLED",
  change: (admin: ActingAdmin, number: number) => Promise<Result<null, Refusal>>,
): Promise<ChangeState> {
  const number = readOrderNumber(formText(form, "order"));
  const path = number === null ? "/admin/orders" : `/admin/orders/${number}`;
  const decided = await runChange(number === null ? path : `${path}/${page}`, async (admin) =>
    number === null ? fail("ORDER_GONE") : await change(admin, number),
  );
  if (!decided.ok) return decided.state;
  redirect(`${path}?notice=${notice}`);
}
