import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { recordEvent } from "@/lib/audit/record-event";
import { isNoted, rememberNoted } from "@/lib/auth/rate-limit/record-limit";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db, type Transaction } from "@/lib/db/client";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { consume } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import { describeError, logEvent } from "@/lib/log";
import { refusedPasskeyCharges } from "@/lib/passkeys/verify-passkey";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { canReadDashboard } from "@/lib/users/roles";

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

/**
 * What a session of staff lacks before it sees the dashboard. `CONFIRM_PASSKEY`: a passkey is there, and has confirmed
 * nothing in this session. `ADD_PASSKEY`: the account never had one. `PASSKEYS_LOST`: it had one and none works now.
 */
type DashboardAccess = "OPEN" | "CONFIRM_PASSKEY" | "ADD_PASSKEY" | "PASSKEYS_LOST";

/** Reads it from the rows, so a passkey that was removed or reset closes the dashboard on the next request. */
export async function readDashboardAccess(sessionId: string): Promise<DashboardAccess> {
  const session = await db().session.findUnique({
    where: { id: sessionId },
    relationLoadStrategy: "join",
    select: {
      method: true,
      passkeyConfirmedAt: true,
      user: {
        select: {
          firstPasskeyAt: true,
          authenticators: { where: { cloneSuspectedAt: null }, take: 1, select: { credentialID: true } },
        },
      },
    },
  });
  if (session === null) return "CONFIRM_PASSKEY";
  const { authenticators, firstPasskeyAt } = session.user;
  if (authenticators.length === 0) return firstPasskeyAt === null ? "ADD_PASSKEY" : "PASSKEYS_LOST";
  return session.method === "PASSKEY" || session.passkeyConfirmedAt !== null ? "OPEN" : "CONFIRM_PASSKEY";
}

type RefusedAccess = "not staff" | "not an admin" | "foreign origin" | "forged webhook";

/**
 * Notes that somebody was refused what is not theirs: once an hour for a reason and who it is, a user or a network
 * source, and within the limits that refused passkeys have. A flood of refusals is no flood of entries, and costs this
 * process no statement. Never throws: the refusal stands without its entry.
 */
export async function recordRefusedAccess(
  reason: RefusedAccess,
  { ip, userAgent }: Pick<Visitor, "ip" | "userAgent">,
  actorId: string | null = null,
): Promise<void> {
  const about = `refused ${reason} ${actorId ?? sourceOf(ip).source}`;
  if (isNoted(about)) return;
  try {
    const decision = await consume([{ policy: "audit.limit.hour", subject: about }, ...refusedPasskeyCharges(ip)]);
    rememberNoted(about);
    if (decision.isAllowed)
      await recordEvent(db(), { name: "access_refused", actorId, ip, userAgent, details: { reason } });
  } catch (error) {
    logEvent("error", "refusal_not_recorded", { reason, ...describeError(error) });
  }
}

/** The answer to a form that another site had a browser post (403). The trail has an entry after it. */
export async function refuseForeignOrigin(headers: Pick<Headers, "get">): Promise<Response> {
  const visitor = readVisitor(headers);
  after(() => recordRefusedAccess("foreign origin", visitor));
  return new Response((await requestTranslations("feedback"))("FOREIGN_ORIGIN"), { status: 403 });
}

const passkeyChanges: readonly SensitiveAction[] = [
  "add-passkey",
  "remove-passkey",
  "make-recovery-codes",
  "delete-account",
  "change-email",
  "change-phone",
];

/**
 * What a user has to prove before a passkey of theirs is added or removed, recovery codes are made, the email or phone
 * changed, or their account with all of them deleted: a code from the mail is enough, but not for staff or an admin
 * who has had a passkey before. Otherwise the reader of their mailbox could add a passkey and open the dashboard with it
 * (R22), move the account to another mailbox, or delete it. Another admin resets passkeys that are all lost, or
 * `npm run create-admin` does. Any other act is proven as itself.
 */
export async function passkeyChangeAction(
  database: Pick<Transaction, "user">,
  userId: string,
  act: SensitiveAction,
): Promise<SensitiveAction> {
  if (!passkeyChanges.includes(act)) return act;
  const user = await database.user.findUnique({
    where: { id: userId },
    select: { role: true, firstPasskeyAt: true },
  });
  return user && canReadDashboard(user.role) && user.firstPasskeyAt !== null ? "administer" : act;
}
