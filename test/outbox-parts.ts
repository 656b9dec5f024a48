import { sendMailNow } from "@/lib/auth/outbox/send-outbox";
import { db } from "@/lib/db/client";
import { outboxKey } from "@/lib/mail/outbox";
import { makeReportToken, type ReportSubject } from "@/lib/signed-link/report-token";

/** As the end of a request does. */
export async function sendMailsOf(userId: string): Promise<void> {
  for (let mails = await waitingMailsOf(userId); mails.length > 0; mails = await waitingMailsOf(userId)) {
    const outcomes = await Promise.all(mails.map(({ key }) => sendMailNow(key)));
    if (outcomes.includes("WAITING")) return;
  }
}

/** About no account any longer. */
export async function sendDeletionMailOf(userId: string) {
  return await sendMailNow(outboxKey("account-deleted", userId));
}

export async function waitingMailsOf(userId: string) {
  return await db().outboxMail.findMany({
    where: { userId, dueAt: { lte: new Date() } },
    orderBy: { createdAt: "asc" },
  });
}

/** Of the newest waiting mail. */
export async function reportTokenInMail(userId: string): Promise<string> {
  const mails = await db().outboxMail.findMany({
    where: { userId, dueAt: { not: null } },
    orderBy: { createdAt: "desc" },
  });
  const facts = mails
    .map((mail) => mail.facts as { report?: ReportSubject })
    .find(({ report }) => report !== undefined);
  if (!facts?.report) throw new Error("No mail with such a link waits.");
  return makeReportToken(facts.report.kind, facts.report.id);
}
