import { expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { beginLogin, createUser, inbox, visitor } from "@/test/login-parts";
import { alertNewBrowser } from "./alert-new-browser";
import { finishChallenge } from "./finish-challenge";
import { reportNotMe } from "./report-not-me";

async function logIn() {
  const { email, id } = await createUser();
  const { challengeId, browser } = await beginLogin(email);
  const finished = await finishChallenge({ challengeId, code: await inbox.latestCode(email) }, browser, visitor);
  if (!finished.ok) throw new Error(finished.error);
  await db().session.updateMany({ where: { userId: id }, data: { userAgent: firefoxOnLinux } });
  return { email, id, sid: finished.value.sid };
}

const firefoxOnLinux = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

it("the alert names the browser and the time, and its one link ends that session", async () => {
  const { email, id, sid } = await logIn();
  await alertNewBrowser(sid);
  const mail = await inbox.waitForMessage({ to: email, subject: "New login" });
  for (const words of ["Firefox on Linux", `${new Date().toISOString().slice(0, 10)} `, "UTC", "localhost:3000"]) {
    expect(mail.html).toContain(words);
    expect(mail.text).toContain(words);
  }
  expect(`${mail.html}${mail.text}`).not.toContain(sid);
  const [link, ...others] = [...(mail.html ?? "").matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
  expect(others).toEqual([]);
  expect(mail.text).toContain(link);
  expect(link).toMatch(new RegExp(`^${env().APP_URL}/not-me/[A-Za-z0-9_-]{44}$`));
  await reportNotMe(link?.split("/").at(-1) ?? "", visitor);
  expect(await db().session.count({ where: { userId: id } })).toBe(0);
});

it("an alert that cannot be sent throws nothing, and says so to the operator without the address", async () => {
  const { email, sid } = await logIn();
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
  await inbox.addFault({ match: { to: email, path: "/mail/send$" }, action: { status: 500 } });
  await alertNewBrowser(sid);
  await inbox.clearFaults();
  expect(lines.join("\n")).toContain("sendgrid_mail_failed");
  expect(lines.join("\n")).not.toContain(email);
});

it("a session that has ended meanwhile is nobody's alert", async () => {
  const { email, id, sid } = await logIn();
  await db().session.deleteMany({ where: { userId: id } });
  await alertNewBrowser(sid);
  expect(await inbox.messages({ to: email, subject: "New login" })).toEqual([]);
});
