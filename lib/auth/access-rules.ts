import { notFound, redirect } from "next/navigation";
import { canReadDashboard } from "@/lib/users/roles";
import { type CurrentUser, findCurrentSession } from "./current-user";
import { isServiceUnavailable } from "./service-unavailable";
import type { LiveSession } from "./session-store";

/**
 * The live session of this request; anybody without one is sent to log in and comes back to `path`.
 * Pages and actions call this themselves: middleware redirects early, but is never the lock (CVE-2025-29927).
 */
export async function requireSession(path: string): Promise<LiveSession> {
  const session = await orUnavailable(findCurrentSession);
  if (session === null) redirect(`/login?next=${encodeURIComponent(path)}`);
  return session;
}

/** The logged-in user, as `requireSession`. */
export async function requireUser(path: string): Promise<CurrentUser> {
  return (await requireSession(path)).user;
}

/** The logged-in user if staff or admin. A shopper gets 404, which does not tell that there is a dashboard. */
export async function requireStaff(path: string): Promise<CurrentUser> {
  const user = await requireUser(path);
  if (!canReadDashboard(user.role)) notFound();
  return user;
}

/**
 * The live session of an admin, for pages and actions that change something. Everybody else gets 404. Whether the admin
 * may change something at this moment, by passkey and fresh proof, is asked by the change itself (lib/admin).
 */
export async function requireAdmin(path: string): Promise<LiveSession> {
  const session = await requireSession(path);
  if (session.user.role !== "ADMIN") notFound();
  return session;
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
