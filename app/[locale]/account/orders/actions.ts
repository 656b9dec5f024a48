"use server";

import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { memberAction } from "@/app/[locale]/account/member-action";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { formText } from "@/lib/http/form-text";
import { cancelOwnOrder, readOrderNumber } from "@/lib/orders/own-orders";

const path = "/account/orders";

/** Cancels a member's own order until staff accept it; the page says which it was. */
export async function cancelOrderAction(form: FormData): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const number = readOrderNumber(formText(form, "number"));
    const outcome = number === null ? "UNKNOWN" : await cancelOwnOrder(session, number, visitor);
    if (outcome === "UNKNOWN") notFound();
    // The page redirects to the login.
    if (outcome === "SESSION_ENDED") redirect(path);
    if (outcome === "CANCELLED") after(sendDueMails);
    redirect(`${path}/${number}?notice=${outcome}`);
  });
}
