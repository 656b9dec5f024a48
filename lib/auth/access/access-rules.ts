import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { recordEvent } from "@/lib/audit/record-event";
import { isNoted, rememberNoted } from "@/lib/auth/rate-limit/record-limit";
import { findCurrentSession } from "@/lib/auth/session/current-user";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { consume } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import { describeError, logEvent } from "@/lib/log";
import { refusedPasskeyCharges } from "@/lib/passkeys/verify-passkey";
import { canReadDashboard } from "@/lib/users/roles";

export const dashboardDoor = "/admin/passkey";

/** The live session, or a redirect to the login. Pages and actions call it: middleware is no lock (CVE-2025-29927). */
export async function requireSession(path: string): Promise<LiveSession> {
  const session = await orUnavailable(findCurrentSession);
  if (session === null) redirect(`/login?next=${encodeURIComponent(path)}`);
  return session;
}

/** The live session of staff or an admin; 404 for shoppers. To show data, use `requireStaff`. */
export async function requireStaffRole(path: string): Promise<LiveSession> {
  const session = await requireSession(path);
  if (!canReadDashboard(session.user.role)) await refuse("not staff", session);
  return session;
}

/** As `requireStaffRole`, with a passkey confirmed in this session: a mailbox must not open customer data. */
export async function requireStaff(path: string): Promise<LiveSession> {
  const session = await requireStaffRole(path);
  const access = await orUnavailable(() => readDashboardAccess(session.id));
  if (access !== "OPEN") redirect(`${dashboardDoor}?next=${encodeURIComponent(path)}`);
  return session;
}

/** As `requireStaff`, for admins only; 404 for others. The change itself asks for re-authentication (lib/admin). */
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

/** Runs `read`; shows the 503 page if the database does not answer. */
export async function orUnavailable<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    redirect("/unavailable");
  }
}

/** What a staff session lacks before it sees the dashboard. `PASSKEYS_LOST`: the account had one and none works now. */
type DashboardAccess = "OPEN" | "CONFIRM_PASSKEY" | "ADD_PASSKEY" | "PASSKEYS_LOST";

/** Reads rows, so a removed passkey closes the dashboard on the next request. */
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

type RefusedAccess = "not staff" | "not an admin" | "foreign origin" | "forged webhook" | "wrong job secret";

/** Audits a refused access, once an hour per reason and user or source, so that floods cost nothing. Never throws. */
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

/** Answers and audits a form posted from another site (403). */
export async function refuseForeignOrigin(headers: Pick<Headers, "get">): Promise<Response> {
  const visitor = readVisitor(headers);
  after(() => recordRefusedAccess("foreign origin", visitor));
  return new Response((await requestTranslations("feedback"))("FOREIGN_ORIGIN"), { status: 403 });
}
