import { type EventReceiver, eventSecret, startEventReceiver } from "@/test/event-receiver";
import { addUser, sql } from "./database";
import { expect, logInByForm, logInDirectly, newPerson, test } from "./fixtures";
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
});

test("the operator's receiver gets a login's events signed and in order, and after its own outage those that it missed", async ({
  page,
  member,
  browser,
}) => {
  test.setTimeout(120_000);
  const trail = () =>
    sql<{ id: string; name: string }>(
      `SELECT "id"::text, "name" FROM "AuditEvent" WHERE "subjectId" = $1
         OR "challengeId" IN (SELECT "id" FROM "Challenge" WHERE "address" = $2) ORDER BY "AuditEvent"."id"`,
      [member.id, member.email],
    );
  const received = async () => {
    const ids = new Set((await trail()).map(({ id }) => id));
    return receiver.events
      .filter(({ data }) => ids.has(data.id))
      .map(({ type, data }) => ({ id: data.id, name: type }));
  };
  const openDashboard = async () => {
    const context = await browser.newContext();
    await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
    const dashboard = await context.newPage();
    await dashboard.goto(`${streaming.url}/admin`);
    return dashboard;
  };
  const types = async () => (await received()).map(({ name }) => name);

  await logInByForm(page, member.email, `${streaming.url}/login?next=/account`);
  // The receiver refuses what is not signed.
  await expect.poll(types, { timeout: 30_000 }).toContain("login_succeeded");
  expect((await types()).slice(0, 3)).toEqual(["login_requested", "code_sent", "login_succeeded"]);
  expect(JSON.stringify(receiver.events)).not.toContain(member.email);

  await receiver.stop();
  await page.getByRole("main").getByRole("button", { name: "Log out" }).click();
  await expect(page.getByText("You are logged out.")).toBeVisible();
  await expect.poll(() => streaming.output(), { timeout: 30_000 }).toContain('"event":"event_not_delivered"');
  const dashboard = await openDashboard();
  await expect(dashboard.getByText("Your receiver takes no events")).toBeVisible();

  const earlier = receiver.events;
  receiver = await startEventReceiver({ port: Number(new URL(receiver.url).port) });
  receiver.events.push(...earlier);
  await expect.poll(types, { timeout: 60_000 }).toContain("logout");
  expect(await received()).toEqual(await trail());
  expect(streaming.output()).not.toContain(receiver.url);
  await dashboard.reload();
  await expect(dashboard.getByText("Your receiver takes no events")).toBeHidden();
  await expect(dashboard.getByText("Your receiver last took an event on")).toBeVisible();
});
