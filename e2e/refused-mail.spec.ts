import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { addUser, sql } from "./database";
import { askForCode, expect, newPerson, test } from "./fixtures";
import { shop } from "./running-shop";

const refusedText = "The mail server for this address refused our message.";

test("the page says that a mail server refused our message, with and without an account alike", async ({ browser }) => {
  const known = { ...newPerson(), email: `bounce+${randomUUID()}@example.com` };
  await addUser(known);
  for (const email of [known.email, `bounce+${randomUUID()}@example.com`]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await askForCode(page, email);
    await expect(page.getByText(refusedText)).toBeVisible({ timeout: 12_000 });
    await context.close();
  }
});

test("a mail that arrives shows no such notice", async ({ page, member }) => {
  await askForCode(page, member.email);
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.getByLabel("One-time code")).toBeVisible();
  await expect(page.getByText(refusedText)).toHaveCount(0);
});

test("only SendGrid can report events (R44)", async ({ request, person, browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await askForCode(page, person.email);
  const events = JSON.stringify([
    { sg_event_id: randomUUID(), event: "bounce", email: person.email, timestamp: Math.floor(Date.now() / 1_000) },
  ]);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const forged = sign("sha256", Buffer.from(timestamp + events), privateKey).toString("base64");
  const signatures: Record<string, string>[] = [
    {},
    { "x-twilio-email-event-webhook-signature": forged, "x-twilio-email-event-webhook-timestamp": timestamp },
    { "x-twilio-email-event-webhook-signature": "x", "x-twilio-email-event-webhook-timestamp": "x" },
  ];
  for (const headers of signatures) {
    const answer = await request.post(`${shop.url}/api/webhooks/sendgrid`, {
      data: Buffer.from(events),
      headers: { "content-type": "application/json", ...headers },
    });
    expect(answer.status()).toBe(403);
    expect(answer.headers()["set-cookie"]).toBeUndefined();
  }
  const [row] = await sql(`SELECT "refusedAt" FROM "Challenge" WHERE "address" = $1`, [person.email]);
  expect(row).toEqual({ refusedAt: null });
  await context.close();
});
