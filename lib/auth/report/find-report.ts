import { db } from "@/lib/db/client";
import type { Purpose } from "@/lib/db/generated/client";
import { type ReportKind, type ReportSubject, readReportToken } from "@/lib/signed-link/report-token";
import { findGoneBrowser, reportableSince } from "./forget-browsers";
import { slowsItsSource } from "./report-not-me";

export type ReportTopic = ReportKind | "step-up" | "new-address" | "phone";

/** What the page of a "This was not me" link shows. Nothing about the person. */
type ReportView = {
  topic: ReportTopic;
  /** Already reported, or gone. */
  isEnded: boolean;
  /** The User-Agent and time; null if gone. */
  asked: { userAgent: string | null; at: Date } | null;
  /** A passkey too old for a report to remove (forget-browsers.ts). */
  isKept?: boolean;
  slowsSource: boolean;
};

const topicOf: Partial<Record<Purpose, ReportTopic>> = {
  STEP_UP: "step-up",
  CHANGE_EMAIL: "new-address",
  VERIFY_PHONE: "phone",
};

type Seen = { userAgent: string | null; ip: string | null; createdAt: Date };

const seen = { userAgent: true, ip: true, createdAt: true } as const;

/** What the token would end; null if forged. Changes nothing. */
export async function findReport(token: string): Promise<ReportView | null> {
  const subject = readReportToken(token);
  if (subject === null) return null;
  if (subject.kind === "challenge") return await findChallengeReport(subject);
  if (subject.kind === "browser") return await findBrowserReport(subject);
  if (subject.kind === "passkey") return await findPasskeyReport(subject);
  return toView("session", await db().session.findUnique({ where: { id: subject.id }, select: seen }));
}

async function findChallengeReport({ id }: ReportSubject): Promise<ReportView> {
  const challenge = await db().challenge.findUnique({
    where: { id },
    select: { ...seen, purpose: true, reportedAt: true },
  });
  if (challenge === null) {
    return toView("challenge", await db().session.findUnique({ where: { challengeId: id }, select: seen }));
  }
  const view = toView(topicOf[challenge.purpose] ?? "challenge", challenge);
  const slowsSource = view.slowsSource && challenge.purpose !== "VERIFY_PHONE";
  return { ...view, slowsSource, isEnded: challenge.reportedAt !== null };
}

async function findBrowserReport({ id }: ReportSubject): Promise<ReportView> {
  const browser = await db().trustedDevice.findUnique({
    where: { id },
    select: { userId: true, keyHash: true, userAgent: true, lastSeenAt: true },
  });
  if (browser === null) {
    const gone = await findGoneBrowser(db(), id);
    return toView("browser", gone && { userAgent: null, ip: null, createdAt: gone.at });
  }
  const { userId, keyHash, userAgent, lastSeenAt: createdAt } = browser;
  const session = await db().session.findFirst({
    where: { userId, browserKeyHash: keyHash },
    orderBy: { createdAt: "desc" },
    select: seen,
  });
  return toView("browser", session ?? { userAgent, ip: null, createdAt });
}

async function findPasskeyReport({ id }: ReportSubject): Promise<ReportView> {
  const passkey = await db().authenticator.findUnique({
    where: { reportId: id },
    select: { userId: true, createdAt: true, addedInBrowser: true, user: { select: { passkeysOnlyAt: true } } },
  });
  if (passkey === null) return toView("passkey", null);
  const { userId, createdAt, addedInBrowser } = passkey;
  const browser =
    addedInBrowser &&
    (await db().trustedDevice.findUnique({
      where: { userId_keyHash: { userId, keyHash: addedInBrowser } },
      select: { userAgent: true },
    }));
  const youngerThan = reportableSince(passkey.user);
  const isKept = youngerThan !== null && createdAt < youngerThan;
  return { ...toView("passkey", { userAgent: browser ? browser.userAgent : null, ip: null, createdAt }), isKept };
}

function toView(topic: ReportTopic, row: Seen | null): ReportView {
  return {
    topic,
    isEnded: row === null,
    asked: row && { userAgent: row.userAgent, at: row.createdAt },
    slowsSource: row !== null && slowsItsSource(row),
  };
}
