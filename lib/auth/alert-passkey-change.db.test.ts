import { expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { writeTime } from "@/lib/i18n/write-time";
import { listPasskeys } from "@/lib/passkeys/list-passkeys";
import { recordProviderOutcome } from "@/lib/verification/provider-health";
import { inbox, visitor } from "@/test/login-parts";
import { eventsOf, memberWithPasskey, proveNow } from "@/test/passkey-parts";
import { alertPasskeyChange } from "./alert-passkey-change";
import { removeOwnPasskey } from "./remove-own-passkey";
import { reportNotMe } from "./report-not-me";

const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const utc = { locale: "en", timeZone: null } as const;
const linux = { ...visitor, userAgent };

it("a mail tells the owner of an added passkey, and its one link takes it away again", async () => {
  const days = [writeTime(new Date(), utc, "day")];
  const { user, change } = await memberWithPasskey();
  await alertPasskeyChange(change, user, linux);
  days.push(writeTime(new Date(), utc, "day"));
  const mail = await inbox.waitForMessage({ to: user.email, subject: "A passkey was added" });
  for (const words of ["Firefox on Linux", "UTC", "localhost:3000"]) {
    expect(mail.html).toContain(words);
    expect(mail.text).toContain(words);
  }
  for (const text of [mail.html, mail.text]) expect(days.some((day) => text?.includes(`${day} at `))).toBe(true);
  // What the passkey is called was chosen by whoever added it.
  expect(`${mail.html}${mail.text}`).not.toContain("Laptop");
  const [link, ...others] = [...(mail.html ?? "").matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
  expect(others).toEqual([]);
  expect(mail.text).toContain(link);
  expect(link).toMatch(new RegExp(`^${env().APP_URL}/not-me/[A-Za-z0-9_-]{44}$`));
  await reportNotMe(link?.split("/").at(-1) ?? "", visitor);
  expect(await listPasskeys(user.id)).toEqual([]);
  expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
  expect(await eventsOf(user.id, "passkey_change_alerted")).toEqual([
    expect.objectContaining({ userAgent: linux.userAgent, details: { act: "added", isSent: true } }),
  ]);
});

it("a mail tells the owner of a removed passkey, and its link ends the session that did it", async () => {
  const { session, user, passkey } = await memberWithPasskey();
  await proveNow(session, "remove-passkey");
  const removed = await removeOwnPasskey(session, passkey.id, visitor);
  if (!removed.ok || removed.value === null) throw new Error("Nothing was removed.");
  await alertPasskeyChange(removed.value, user, linux);
  const mail = await inbox.waitForMessage({ to: user.email, subject: "A passkey was removed" });
  await reportNotMe(/not-me\/([A-Za-z0-9_-]{44})/.exec(mail.text ?? "")?.[1] ?? "", visitor);
  expect(await db().session.count({ where: { userId: user.id } })).toBe(0);
});

it.each([
  ["that SendGrid fails to send", 500, "MAIL_NOT_SENT"],
  ["that SendGrid refuses", 400, "ADDRESS_REFUSED"],
])("a mail %s undoes nothing; log and audit trail say so, without the address", async (_, status, reason) => {
  const { user, change } = await memberWithPasskey();
  const lines = readLog();
  await inbox.addFault({ match: { to: user.email, path: "/mail/send$" }, action: { status } });
  await alertPasskeyChange(change, user, linux);
  await inbox.clearFaults();
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ level: "error", event: "alert_not_sent", alert: "passkey_change_alerted", reason }),
  );
  expect(lines.join("\n")).not.toContain(user.email);
  expect(await listPasskeys(user.id)).toHaveLength(1);
  const events = await eventsOf(user.id, "passkey_change_alerted");
  expect(events).toEqual([expect.objectContaining({ details: { act: "added", isSent: false } })]);
  expect(events[0]?.maskedIdentifier).not.toBe(user.email);
});

it("a mail that is held back while SendGrid is down is in the log and in the audit trail", async () => {
  const { user, change } = await memberWithPasskey();
  const lines = readLog();
  for (let failures = 0; failures < 5; failures++) await recordProviderOutcome("sendgrid", "MAIL_NOT_SENT");
  try {
    await alertPasskeyChange(change, user, linux);
  } finally {
    await db().providerHealth.deleteMany({ where: { provider: "sendgrid" } });
  }
  expect(lines.join("\n")).toContain("alert_not_sent");
  expect(await inbox.messages({ to: user.email })).toEqual([]);
  expect(await eventsOf(user.id, "passkey_change_alerted")).toEqual([
    expect.objectContaining({ details: { act: "added", isSent: false } }),
  ]);
});

function readLog(): string[] {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
  return lines;
}
