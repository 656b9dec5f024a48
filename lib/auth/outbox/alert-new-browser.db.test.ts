import { expect, it, vi } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { endSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { writeTime } from "@/lib/i18n/format";
import { recordProviderOutcome } from "@/lib/verification/provider-health";
import { beginLogin, createUser, inbox, newBrowser, visitor, wrongCode } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";

const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const utc = { locale: "en", timeZone: null } as const;
const linux = { ...visitor, userAgent };

async function logIn(person?: { email: string }, browser = newBrowser(), wrongCodes = 0) {
  const { email } = person ?? (await createUser());
  const { challengeId } = await beginLogin(email, browser);
  const code = await inbox.latestCode(email);
  for (let wrong = 1; wrong <= wrongCodes; wrong++) {
    await completeLogin({ challengeId, code: wrongCode(code) }, browser, visitor);
  }
  const finished = await completeLogin({ challengeId, code }, browser, linux);
  if (!finished.ok) throw new Error(finished.error);
  return finished.value;
}

const alerts = (email: string) => inbox.messages({ to: email, subject: "New login" });

it("the alert names the browser and the time, and its only link ends that session (R34)", async () => {
  const days = [writeTime(new Date(), utc, "day")];
  const login = await logIn();
  await sendMailsOf(login.userId);
  days.push(writeTime(new Date(), utc, "day"));
  const mail = await inbox.waitForMessage({ to: login.email, subject: "New login" });
  for (const words of ["Firefox on Linux", "UTC", "localhost:3000"]) {
    expect(mail.html).toContain(words);
    expect(mail.text).toContain(words);
  }
  for (const text of [mail.html, mail.text]) expect(days.some((day) => text?.includes(`${day} at `))).toBe(true);
  expect(`${mail.html}${mail.text}`).not.toContain(login.sid);
  const [link, ...others] = [...(mail.html ?? "").matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
  expect(others).toEqual([]);
  expect(mail.text).toContain(link);
  expect(link).toMatch(new RegExp(`^${env().APP_URL}/not-me/[A-Za-z0-9_-]{44}$`));
  await reportNotMe(link?.split("/").at(-1) ?? "", visitor);
  expect(await db().session.count({ where: { userId: login.userId } })).toBe(0);
});

it("a trusted device causes an alert only after three wrong codes (R34)", async () => {
  const browser = newBrowser();
  const first = await logIn(undefined, browser);
  expect(first.isNewBrowser).toBe(true);
  await sendMailsOf(first.userId);
  expect(await alerts(first.email)).toHaveLength(1);
  expect(await logIn(first, browser, 2)).toMatchObject({ isMailed: false });
  await sendMailsOf(first.userId);
  expect(await alerts(first.email)).toHaveLength(1);
  expect(await logIn(first, browser, 3)).toMatchObject({ isMailed: true });
  await sendMailsOf(first.userId);
  expect(await alerts(first.email)).toHaveLength(2);
});

it("an alert revokes its browser's access also after that person has logged out", async () => {
  const login = await logIn();
  await sendMailsOf(login.userId);
  const mail = await inbox.waitForMessage({ to: login.email, subject: "New login" });
  await endSession(login.sid, visitor);
  await reportNotMe(/not-me\/([A-Za-z0-9_-]{44})/.exec(mail.text ?? "")?.[1] ?? "", visitor);
  expect(await db().trustedDevice.count({ where: { userId: login.userId } })).toBe(0);
});

it("a device not seen for more than thirty days is no longer trusted, although its row still exists", async () => {
  const browser = newBrowser();
  const first = await logIn(undefined, browser);
  await sendMailsOf(first.userId);
  const lastLoginWas = async (daysAgo: number) => {
    const at = new Date(Date.now() - daysAgo * 24 * 3_600_000);
    const { count } = await db().trustedDevice.updateMany({
      where: { userId: first.userId },
      data: { createdAt: at, lastSeenAt: at },
    });
    expect(count).toBe(1);
  };
  await lastLoginWas(29);
  expect(await logIn(first, browser)).toMatchObject({ isNewBrowser: false });
  await lastLoginWas(31);
  const returned = await logIn(first, browser);
  expect(returned).toMatchObject({ isNewBrowser: true });
  await sendMailsOf(first.userId);
  expect(await alerts(first.email)).toHaveLength(2);
  expect(await logIn(first, browser)).toMatchObject({ isNewBrowser: false });
});

it("the audit trail records an alert that was sent", async () => {
  const login = await logIn();
  await sendMailsOf(login.userId);
  expect(await alertEvents(login.userId)).toEqual([
    expect.objectContaining({ userAgent: linux.userAgent, details: { isSent: true } }),
  ]);
});

it("an alert that SendGrid refuses causes no error; log and audit trail record it without the address", async () => {
  const login = await logIn();
  const lines = readLog();
  await inbox.addFault({ match: { to: login.email, path: "/mail/send$" }, action: { status: 400 } });
  await sendMailsOf(login.userId);
  await inbox.clearFaults();
  expect(lines.join("\n")).toContain("sendgrid_mail_failed");
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ event: "mail_given_up", kind: "new-browser", reason: "ADDRESS_REFUSED" }),
  );
  expect(lines.join("\n")).not.toContain(login.email);
  const events = await alertEvents(login.userId);
  expect(events).toEqual([expect.objectContaining({ details: { isSent: false } })]);
  expect(events[0]?.maskedIdentifier).not.toBe(login.email);
});

it("an alert waits while SendGrid is down, and the log says so (R34)", async () => {
  const login = await logIn();
  const lines = readLog();
  for (let failures = 0; failures < 5; failures++) await recordProviderOutcome("sendgrid", "MAIL_NOT_SENT");
  try {
    await sendMailsOf(login.userId);
  } finally {
    await db().providerHealth.deleteMany({ where: { provider: "sendgrid" } });
  }
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ event: "mail_not_sent", kind: "new-browser", reason: "SENDGRID_DOWN" }),
  );
  expect(await alerts(login.email)).toEqual([]);
  expect(await alertEvents(login.userId)).toEqual([]);
  const [mail] = await db().outboxMail.findMany({ where: { userId: login.userId } });
  expect(mail).toMatchObject({ attempts: 0, acceptedAt: null, failedAt: null, dueAt: expect.any(Date) });
});

const alertEvents = (subjectId: string) =>
  db().auditEvent.findMany({ where: { subjectId, name: "new_browser_alerted" } });

function readLog(): string[] {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
  return lines;
}
