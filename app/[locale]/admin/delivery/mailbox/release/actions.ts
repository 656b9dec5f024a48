"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type ChangeState, readReason, runChange } from "@/app/[locale]/admin/_change/run-change";
import { mailboxHref, readMailboxName } from "@/app/[locale]/admin/delivery/delivery-query";
import { releaseMailbox } from "@/lib/admin/delivery/mailbox";
import { formText } from "@/lib/http/form-text";
import { suppressionLists } from "@/lib/mail/suppressions";
import { fail } from "@/lib/result";

export async function releaseMailboxAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const read = await readReason(form);
  if ("state" in read) return read.state;
  const { reason } = read;
  const [user, request] = [formText(form, "user"), formText(form, "request")];
  const name = readMailboxName(user === "" ? { request } : { user });
  const list = z.enum(suppressionLists).safeParse(formText(form, "list")).data;
  const released = await runChange("/admin/delivery", async (admin) =>
    name === null || list === undefined ? fail("MAILBOX_GONE") : await releaseMailbox(admin, name, list, reason),
  );
  if (!released.ok) return { ...released.state, values: { reason } };
  redirect(name === null ? "/admin/delivery" : mailboxHref(name, { notice: "RELEASED" }));
}
