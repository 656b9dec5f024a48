import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor } from "@/lib/http/visitor";
import { canReadDashboard } from "@/lib/users/roles";
import { readDashboardAccess } from "./dashboard-access";
import { type RefusedAccess, recordRefusedAccess } from "./record-refused-access";

/** The page that asks staff for their passkey. */
export const dashboardDoor = "/admin/passkey";

/**
 * The live session of this request; anybody without one is sent to log in and comes back to `path`.
 * Pages and actions call this themselves: middleware redirects early, but is never the lock (CVE-2025-29927).
 */
export async function requireSession(path: string): Promise<LiveSession> {
  const session = await orUnavailable(findCurrentSession);
  if (session === null) redirect(`/login?next=${encodeURIComponent(path)}`);
  return session;
}

/**
 * The live session of staff or an admin, whatever it was opened with. A shopper gets 404, which does not tell that there
 * is a dashboard. It shows nobody's data: that takes `requireStaff`.
 */
export async function requireStaffRole(path: string): Promise<LiveSession> {
  const session = await requireSession(path);
  if (!canReadDashboard(session.user.role)) await refuse("not staff", session);
  return session;
}

/**
 * As `requireStaffRole`, and a passkey has confirmed this session: whoever reads the mailbox of staff can log in, and must
 * not see the shop's customers by that. Others are led to the page that asks for the passkey, and from there to `path`.
 */
export async function requireStaff(path: string): Promise<LiveSession> {
  const session = await requireStaffRole(path);
  const access = await orUnavailable(() => readDashboardAccess(session.id));
  if (access !== "OPEN") redirect(`${dashboardDoor}?next=${encodeURIComponent(path)}`);
  return session;
}

/**
 * As `requireStaff`, for pages and actions that change something: everybody but an admin gets 404. Whether the admin may
 * change something at this moment, by a passkey that confirmed it just now, is asked by the change itself (lib/admin).
 */
export async function requireAdmin(path: string): Promise<LiveSession> {
  const session = await requireStaffRole(path);
  if (session.user.role !== "ADMIN") await refuse("not an admin", session);
  return await requireStaff(path);
}

async function refuse(reason: RefusedAccess, { user }: LiveSession): Promise<never> {
  const visitor = readVisitor(await headers());
  after(() => recordRefusedAccess(reason, visitor, user.id));
  notFound();
}

/** Runs what a page needs of the database; if the database does not answer, the visitor gets the 503 page. */
export async function orUnavailable<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    redirect("/unavailable");
  }
}
