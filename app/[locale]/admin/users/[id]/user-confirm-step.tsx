import { notFound, redirect } from "next/navigation";
import type { ComponentProps } from "react";
import { z } from "zod";
import { ConfirmStep } from "@/app/[locale]/admin/_change/confirm-step";
import { readAdminEligibility } from "@/lib/admin/change-as-admin";
import { findUserRecord } from "@/lib/admin/find-user-record";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import type { Translations } from "@/lib/i18n/translator";

/** 404 for staff; admins are led away from their own account. */
export async function loadConfirmStep(params: Promise<{ id: string }>, page: string) {
  const { id } = await params;
  const session = await requireAdmin(`/admin/users/${encodeURIComponent(id)}/${page}`);
  if (!z.uuid().safeParse(id).success) notFound();
  const [user, eligibility] = await orUnavailable(() =>
    Promise.all([findUserRecord(id), readAdminEligibility({ id: session.user.id, sessionId: session.id })]),
  );
  if (user === null) notFound();
  const path = `/admin/users/${id}`;
  if (user.id === session.user.id) redirect(path);
  return { user, eligibility, path };
}

type UserConfirmStepProps = Omit<ComponentProps<typeof ConfirmStep>, "place" | "eligibility" | "cancelHref"> & {
  step: Awaited<ReturnType<typeof loadConfirmStep>>;
};

export function UserConfirmStep({ step: { user, eligibility, path }, children, ...change }: UserConfirmStepProps) {
  return (
    <ConfirmStep place="/admin/users" eligibility={eligibility} cancelHref={path} {...change}>
      <input type="hidden" name="user" value={user.id} />
      {children}
    </ConfirmStep>
  );
}

const tones = {
  INVITED: "success",
  INVITED_AGAIN: "success",
  EDITED: "success",
  EDITED_AND_USER_TOLD: "success",
  EDITED_AND_TOLD: "success",
  DISABLED: "success",
  ENABLED: "success",
  ROLE_CHANGED: "success",
  PASSKEYS_RESET: "success",
  PASSKEYS_RESET_AND_TOLD: "success",
  RECOVERY_BEGUN: "success",
  RECOVERY_STOPPED: "success",
  RECOVERY_COMPLETED: "success",
  SESSIONS_ENDED: "success",
  SESSION_ENDED: "success",
} as const;

export type UserNotice = keyof typeof tones;

/** A link can put no other text on the page. */
export function findUserNotice(
  name: unknown,
  t: Translations<"adminUser">,
): { sentence: string; tone: "success" | "warning" } | null {
  if (!isUserNotice(name)) return null;
  return { sentence: t(`notices.${name}`), tone: tones[name] };
}

function isUserNotice(name: unknown): name is UserNotice {
  return typeof name === "string" && Object.hasOwn(tones, name);
}
