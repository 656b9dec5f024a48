"use server";

import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { memberAction } from "@/app/[locale]/account/member-action";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { formText } from "@/lib/http/form-text";
import { cancelOwnOrder, readOrderNumber } from "@/lib/orders/own-orders";
import { paymentPath, startPayment } from "@/lib/payment/pay-order";
import { settleCancelled } from "@/lib/payment/settle-payments";

const path = "/account/orders";

/** Cancels a member's own order until staff accept it; the page says which it was. */
export async function cancelOrderAction(form: FormData): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const number = readOrderNumber(formText(form, "number"));
    const outcome = number === null ? "UNKNOWN" : await cancelOwnOrder(session, number, visitor);
    if (outcome === "UNKNOWN") notFound();
    // The page redirects to the login.
    if (outcome === "SESSION_ENDED") redirect(path);
    if (outcome === "CANCELLED") after(() => settleCancelled(Number(number)).then(sendDueMails));
    redirect(`${path}/${number}?notice=${outcome}`);
  });
}

/** Leads to the payment page of a member's own order, or back to the order, which says why not. */
export async function payOrderAction(form: FormData): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const number = readOrderNumber(formText(form, "number"));
    if (number === null) notFound();
    const started = await startPayment(session, number, visitor);
    if (started.kind === "UNKNOWN") notFound();
    after(sendDueMails);
    redirect(paymentPath(number, started));
  });
}
