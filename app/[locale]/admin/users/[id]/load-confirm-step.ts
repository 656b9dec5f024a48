import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { readAdminEligibility } from "@/lib/admin/change-as-admin";
import { findUserRecord } from "@/lib/admin/find-user-record";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";

/**
 * What a page before a change to a user needs: whom it is about, and whether the admin may change something now. Staff
 * gets 404; for their own account admins are led to its page, which says why nothing can be changed there.
 */
export async function loadConfirmStep(params: Promise<{ id: string }>, page: string) {
  const { id } = await params;
  const session = await requireAdmin(`/admin/users/${encodeURIComponent(id)}/${page}`);
  if (!z.uuid().safeParse(id).success) notFound();
  const [user, standing] = await orUnavailable(() =>
    Promise.all([findUserRecord(id), readAdminEligibility({ id: session.user.id, sessionId: session.id })]),
  );
  if (user === null) notFound();
  const path = `/admin/users/${id}`;
  if (user.id === session.user.id) redirect(path);
  return { user, standing, path };
}
