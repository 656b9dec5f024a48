import { defaultAccount } from "@/emulator/accounts/add-account";
import { type EventReceiver, eventSecret, startEventReceiver } from "@/test/event-receiver";
import { ageChallenges, countSessions, sql } from "./database";
import { askForCode, expect, test } from "./fixtures";
import { inbox } from "./running-shop";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

let receiver: EventReceiver;
let streaming: SecondShop;

test.beforeAll(async () => {
  receiver = await startEventReceiver();
  streaming = await startSecondShop({ EVENTS_WEBHOOK_URL: receiver.url, EVENTS_WEBHOOK_SECRET: eventSecret });
  await waitUntilUp(streaming);
  await expect.poll(() => sql(`SELECT 1 FROM "EventStream"`), { timeout: 20_000 }).toHaveLength(1);
});
test.afterAll(async () => {
  streaming.stop();
  await receiver.stop();
  await sql(`DELETE FROM "ProviderHealth"`);
});

test("a wrong key at Twilio lets nobody in, and alarms the operator by webhook and by mail, as does its end (R42)", async ({
  page,
  member,
}) => {
  test.setTimeout(120_000);
  const to = defaultAccount.fromEmail;
  const types = () => receiver.events.map(({ type }) => type);
  const fault = await inbox.addFault({ match: { to: member.email, path: "/Verifications$" }, action: { code: 20003 } });
  await askForCode(page, member.email, `${streaming.url}/login`);
  await expect(page.getByText("Codes are delayed at the moment.")).toBeVisible({ timeout: 15_000 });
  expect(await countSessions(member.email)).toBe(0);
  // Nobody else tries: the alarm comes when two minutes are over.
  await sql(`UPDATE "ProviderHealth" SET "failingSince" = now() - interval '2 minutes' WHERE "provider" = 'twilio'`);
  await expect.poll(types, { timeout: 30_000 }).toContain("provider_failed");
  await inbox.waitForMessage({ to, subject: "Twilio is failing", timeoutMs: 20_000 });

  await inbox.clearFaults(fault.id);
  await ageChallenges(member.email, 31);
  await page.reload();
  await page.getByRole("button", { name: "Send a new code" }).click();
  await expect(page.getByText("We are sending the code again.")).toBeVisible();
  expect(await inbox.latestCode(member.email)).toMatch(/^\d{6}$/);
  await expect.poll(types, { timeout: 30_000 }).toContain("provider_recovered");
  await inbox.waitForMessage({ to, subject: "Twilio works again", timeoutMs: 20_000 });
});
