import { expect, it, vi } from "vitest";
import { removeOwnPasskey } from "@/lib/auth/passkeys/own-passkeys";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { writeTime } from "@/lib/i18n/format";
import { listPasskeys } from "@/lib/passkeys/passkeys";
import { inbox, visitor } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { eventsOf, memberWithPasskey, proveNow } from "@/test/passkey-parts";

const utc = { locale: "en", timeZone: null } as const;

it("a mail tells the owner of an added passkey, and its only link removes it (R33)", async () => {
  const days = [writeTime(new Date(), utc, "day")];
  const { user } = await memberWithPasskey();
  await sendMailsOf(user.id);
  days.push(writeTime(new Date(), utc, "day"));
  const mail = await inbox.waitForMessage({ to: user.email, subject: "A passkey was added" });
  for (const words of ["Chrome on Windows", "UTC", "localhost:3000"]) {
    expect(mail.html).toContain(words);
    expect(mail.text).toContain(words);
  }
  for (const text of [mail.html, mail.text]) expect(days.some((day) => text?.includes(`${day} at `))).toBe(true);
  // The passkey's name was chosen by the person who added it.
  expect(`${mail.html}${mail.text}`).not.toContain("Laptop");
  const [link, ...others] = [...(mail.html ?? "").matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
  expect(others).toEqual([]);
  expect(mail.text).toContain(link);
  expect(link).toMatch(new RegExp(`^${env().APP_URL}/not-me/[A-Za-z0-9_-]{44}$`));
  await reportNotMe(link?.split("/").at(-1) ?? "", visitor);
  expect(await listPasskeys(user.id)).toEqual([]);
  expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
  expect(await eventsOf(user.id, "passkey_change_alerted")).toEqual([
    expect.objectContaining({ userAgent: visitor.userAgent, details: { act: "added", isSent: true } }),
  ]);
});

it("a mail tells the owner of a removed passkey, and its link ends the session that did it", async () => {
  const { session, user, passkey } = await memberWithPasskey();
  await proveNow(session, "remove-passkey");
  expect(await removeOwnPasskey(session, passkey.id, visitor)).toEqual({ ok: true, value: null });
  await sendMailsOf(user.id);
  const mail = await inbox.waitForMessage({ to: user.email, subject: "A passkey was removed" });
  await reportNotMe(/not-me\/([A-Za-z0-9_-]{44})/.exec(mail.text ?? "")?.[1] ?? "", visitor);
  expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
});

it("a mail that SendGrid refuses undoes nothing; log and audit trail record it without the address", async () => {
  const { user } = await memberWithPasskey();
  const lines = readLog();
  await inbox.addFault({ match: { to: user.email, path: "/mail/send$" }, action: { status: 400 } });
  await sendMailsOf(user.id);
  await inbox.clearFaults();
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ level: "error", event: "mail_given_up", kind: "passkey", reason: "ADDRESS_REFUSED" }),
  );
  expect(lines.join("\n")).not.toContain(user.email);
  expect(await listPasskeys(user.id)).toHaveLength(1);
  const events = await eventsOf(user.id, "passkey_change_alerted");
  expect(events).toEqual([expect.objectContaining({ details: { act: "added", isSent: false } })]);
  expect(events[0]?.maskedIdentifier).not.toBe(user.email);
});

function readLog(): string[] {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
  return lines;
}
