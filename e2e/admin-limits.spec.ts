import { randomBytes } from "node:crypto";
import { adminAtWork } from "./admin-at-work";
import { addUser, sql } from "./database";
import { expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";

test("staff see who is blocked right now, and no one who no longer is", async ({ page, context }) => {
  const [refused, open] = [newMask(), newMask()];
  for (const { mask, subject } of [refused, open]) {
    await sql(`INSERT INTO "AuditEvent" ("name", "maskedIdentifier", "details") VALUES ('limit_reached', $1, $2)`, [
      mask,
      JSON.stringify({ policy: "check.identity.hour", subject }),
    ]);
    await sql(
      `INSERT INTO "RateLimit" ("policy", "subject", "points", "endsAt") VALUES ('check.identity.hour', $1, $2, now() + interval '1 hour')`,
      [subject, subject === refused.subject ? 11 : 9],
    );
  }
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
  await page.goto("/admin/limits");
  const row = page.getByRole("row", { name: refused.mask });
  await expect(row).toContainText("check.identity.hour");
  await expect(row).toContainText("Limits wrong codes for one identity, over all challenges and sources.");
  await expect(page.getByText(open.mask)).toHaveCount(0);
});

test("an admin resets a limit after confirming with a passkey, and its page then says that there is nothing to reset", async ({
  page,
  context,
}) => {
  const { mask, subject } = newMask();
  const details = JSON.stringify({ policy: "check.identity.hour", subject });
  await sql(`INSERT INTO "AuditEvent" ("name", "maskedIdentifier", "details") VALUES ('limit_reached', $1, $2)`, [
    mask,
    details,
  ]);
  await sql(
    `INSERT INTO "RateLimit" ("policy", "subject", "points", "endsAt") VALUES ('check.identity.hour', $1, 11, now() + interval '1 hour')`,
    [subject],
  );
  await adminAtWork(page, context);
  await page.goto("/admin/limits");
  await page.getByRole("link", { name: `Reset for ${mask}` }).click();
  await expect(page.getByRole("heading", { name: `Reset a rate limit for ${mask}?` })).toBeVisible();
  const address = page.url();
  await untilScriptsListen(page.getByRole("button", { name: "Reset the limit" }));
  await page.getByRole("button", { name: "Reset the limit" }).click();
  await expect(page.getByText("Counter reset.")).toBeVisible();
  await expect(page.getByText(mask)).toHaveCount(0);
  expect(await sql(`SELECT 1 FROM "RateLimit" WHERE "subject" = $1`, [subject])).toEqual([]);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Nothing to reset" })).toBeVisible();
});

test("staff see who needs a bot check, separately from who is blocked", async ({ page, context }) => {
  const [slowed, refused] = [newMask(), newMask()];
  for (const { mask, subject } of [slowed, refused]) {
    await sql(`INSERT INTO "AuditEvent" ("name", "maskedIdentifier", "details") VALUES ('proof_required', $1, $2)`, [
      mask,
      JSON.stringify({ policy: "send.address.short", subject }),
    ]);
    await sql(
      `INSERT INTO "RateLimit" ("policy", "subject", "points", "endsAt") VALUES ('send.address.short', $1, $2, now() + interval '10 minutes')`,
      [subject, subject === slowed.subject ? 3 : 5],
    );
  }
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
  await page.goto("/admin/limits");
  const table = page.getByRole("region", { name: "Rate limits that slow" });
  await expect(table.getByRole("row", { name: slowed.mask })).toContainText(
    "Protects a mailbox from a flood of messages.",
  );
  await expect(page.getByText(refused.mask)).toHaveCount(0);
});

function newMask() {
  const name = randomBytes(4).toString("hex");
  return { mask: `t•••${name}@example.com`, subject: randomBytes(32).toString("hex") };
}
