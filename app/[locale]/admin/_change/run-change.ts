import { headers } from "next/headers";
import { after } from "next/server";
import type { ActingAdmin, AdminRefusal } from "@/lib/admin/change-as-admin";
import type { TargetRefusal } from "@/lib/admin/change-user";
import type { ReleaseRefusal } from "@/lib/admin/delivery/mailbox";
import type { EditRefusal } from "@/lib/admin/edit-user";
import type { InviteAgainRefusal, InviteRefusal } from "@/lib/admin/invite-user";
import type { OrderRefusal } from "@/lib/admin/orders/decide-order";
import type { ProductRefusal } from "@/lib/admin/products/change-product";
import type { RecoveryRefusal } from "@/lib/admin/recover-account";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { formText } from "@/lib/http/form-text";
import { readVisitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import type { Result } from "@/lib/result";

export type ChangeState = {
  /** In the request's language. */
  problem?: string;
  refusal?: Refusal;
  /** Who has the email that was entered. */
  emailOwner?: { name: string; href: string };
  values?: Record<string, string>;
  /** The values are to be shown as they would look; nothing was tried. */
  isPreview?: boolean;
  errors?: Record<string, string | undefined>;
};

/** Runs an admin's change; 404 for others, a login for strangers. Mails go after the response. */
export async function runChange<Value>(
  path: string,
  change: (admin: ActingAdmin) => Promise<Result<Value, Refusal>>,
): Promise<{ ok: true; value: Value } | { ok: false; error: Refusal; state: ChangeState }> {
  const session = await requireAdmin(path);
  const { ip, userAgent } = readVisitor(await headers());
  const changed = await orUnavailable(() => change({ id: session.user.id, sessionId: session.id, ip, userAgent }));
  if (changed.ok) {
    after(sendDueMails);
    return changed;
  }
  const { error } = changed;
  const sentence = await tellRefusal(error);
  const field = refusedFields[error];
  const said = field === undefined ? { problem: sentence } : { errors: { [field]: sentence } };
  return { ok: false, error, state: { ...said, refusal: error } };
}

export async function readReason(form: FormData): Promise<{ reason: string } | { state: ChangeState }> {
  const reason = formText(form, "reason", 200).trim();
  if (reason !== "") return { reason };
  const t = await requestTranslations("adminChanges");
  return { state: { values: { reason }, errors: { reason: t("reason.missing") } } };
}

export type Refusal =
  | AdminRefusal
  | TargetRefusal
  | EditRefusal
  | InviteRefusal
  | InviteAgainRefusal
  | "USERNAME_MISTYPED"
  | "DISABLED_ALREADY"
  | "ENABLED_ALREADY"
  | "ROLE_UNCHANGED"
  | "SESSION_GONE"
  | "LIMIT_OPEN"
  | "LIMIT_ON_ADMINS"
  | OrderRefusal
  | ReleaseRefusal
  | ProductRefusal
  | RecoveryRefusal;

async function tellRefusal(refusal: Refusal): Promise<string> {
  // The same words as for customers.
  if (refusal === "USERNAME_TAKEN" || refusal === "PHONE_TAKEN")
    return (await requestTranslations("feedback"))(refusal);
  return (await requestTranslations("adminChanges"))(`refusals.${refusal}`);
}

/** Shown at their field. */
const refusedFields: Partial<Record<Refusal, string>> = {
  USERNAME_TAKEN: "username",
  EMAIL_TAKEN: "email",
  PHONE_TAKEN: "phone",
  USERNAME_MISTYPED: "username",
  SLUG_TAKEN: "slug",
  NUMBER_TAKEN: "position",
};
