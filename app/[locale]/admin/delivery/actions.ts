"use server";

import { redirect } from "next/navigation";
import { findMailboxByAddress } from "@/lib/admin/delivery/mailbox";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { formText } from "@/lib/http/form-text";
import { mailboxHref } from "./delivery-query";

/** By POST, so that the address stands in no URL. */
export async function findMailboxAction(form: FormData): Promise<void> {
  await requireStaff("/admin/delivery");
  const typed = formText(form, "address", 320);
  const name = await orUnavailable(() => findMailboxByAddress(typed));
  redirect(name === null ? "/admin/delivery?notice=UNKNOWN" : mailboxHref(name));
}
