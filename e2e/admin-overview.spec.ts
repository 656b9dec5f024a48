import { randomUUID } from "node:crypto";
import { addUser, sql } from "./database";
import { expect, logInDirectly, newPerson, test } from "./fixtures";

test.beforeEach(async ({ context }) => {
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
});

test("staff see the conversion of codes by channel, next to Twilio's own count", async ({ page }) => {
  await sql(`INSERT INTO "AuditEvent" ("name", "details") VALUES
    ('code_sent', '{"channel":"WHATSAPP"}'), ('code_sent', '{"channel":"WHATSAPP"}'),
    ('code_sent', '{"channel":"WHATSAPP"}'), ('code_sent', '{"channel":"WHATSAPP"}'),
    ('login_succeeded', '{"channel":"WHATSAPP"}'), ('code_not_sent', '{"channel":"WHATSAPP"}')`);
  await page.goto("/admin?days=7");
  const ours = page.getByRole("region", { name: "Conversion by channel" });
  await expect(ours.getByRole("row", { name: /^WhatsApp/ })).toHaveText(/^WhatsApp4125%10$/);
  const twilio = page.getByRole("region", { name: "Comparison with Twilio" });
  // A count that Twilio did not give within two seconds is missing for a minute; other days are asked for again.
  const ranges = [7, 30];
  await expect(async () => {
    await page.goto(`/admin?days=${ranges.shift()}`);
    const patience = { timeout: 5_000 };
    await expect(twilio.getByRole("row", { name: /^Email/ })).toBeVisible(patience);
    await expect(twilio.getByRole("row", { name: /^WhatsApp/ })).toHaveText(/^WhatsApp401.*25%–$/, patience);
  }).toPass();
});

test("staff see failed emails by kind", async ({ page }) => {
  await page.goto("/admin?days=7");
  const table = page.getByRole("region", { name: "Figures by day" });
  const called = async () => {
    const titles = await table.getByRole("columnheader").allInnerTexts();
    // The day itself is the head of its row, and no cell.
    const cell = table
      .getByRole("row")
      .nth(1)
      .getByRole("cell")
      .nth(titles.indexOf("Marked as spam") - 1);
    return Number(await cell.innerText());
  };
  const before = await called();
  await sql(`INSERT INTO "MailEvent" ("id", "kind") VALUES ($1, 'spamreport')`, [randomUUID()]);
  await page.reload();
  expect(await called()).toBe(before + 1);
  await expect(page.getByRole("img", { name: /emails bounced/ })).toBeVisible();
});

test("staff see how much of the daily budget is used", async ({ page }) => {
  await page.goto("/admin");
  const meter = page.getByRole("meter", { name: "Everyone" });
  await expect(meter).toHaveAttribute("aria-valuetext", /^[\d,]+ of [\d,]+ messages today \(\d+%\)$/);
  await expect(page.getByText("everyone who asks for a code needs a bot check")).toBeVisible();
});

for (const locale of ["en", "es", "ar"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale, viewport: { width: 1280, height: 800 } });

    test(`every table of the dashboard shows all its columns at 1280 px (${locale})`, async ({ page }) => {
      const subject = randomUUID();
      await addUser({ ...newPerson(), email: `${"long.".repeat(12)}${subject}@mail.example`, phone: "+447700900123" });
      await sql(
        `INSERT INTO "AuditEvent" ("name", "maskedIdentifier", "ip", "details")
         VALUES ('limit_reached', 'l****@mail.university-of-somewhere.example', '2001:db8:85a3:8d3:1319:8a2e:370:7348', $1)`,
        [JSON.stringify({ policy: "send.pair.hour", subject })],
      );
      await sql(
        `INSERT INTO "RateLimit" ("policy", "subject", "points", "endsAt") VALUES ('send.pair.hour', $1, 99, now() + interval '1 hour')`,
        [subject],
      );
      await sql(
        `INSERT INTO "MailEvent" ("id", "kind", "at", "domain", "maskedAddress", "reason", "reply")
         VALUES ($1, 'bounce', now(), 'mail.university-of-somewhere.example', 'l•••g@mail.university-of-somewhere.example',
           'mailbox_unavailable', $2)`,
        [subject, "552 5.2.2 The email account that you tried to reach is over quota. ".repeat(4)],
      );
      for (const path of ["/admin", "/admin/users", "/admin/audit", "/admin/limits", "/admin/delivery"]) {
        await page.goto(path);
        const tables = page.getByRole("region").filter({ has: page.getByRole("table") });
        await expect(tables.first()).toBeVisible();
        for (const table of await tables.all()) {
          const hidden = await table.evaluate((box) => box.scrollWidth - box.clientWidth);
          expect(hidden, `${await table.getAttribute("aria-label")} at ${path}`).toBeLessThanOrEqual(0);
        }
      }
    });
  });
}
