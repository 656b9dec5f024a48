import { randomBytes } from "node:crypto";
import { addUser, sql } from "./database";
import { expect, logInDirectly, newPerson, test } from "./fixtures";

test("staff sees who is refused right now, and who no longer is not listed", async ({ page, context }) => {
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
  await expect(row).toContainText("Wrong codes for one identity, over all challenges and sources.");
  await expect(page.getByText(open.mask)).toHaveCount(0);
});

function newMask() {
  const name = randomBytes(4).toString("hex");
  return { mask: `t•••${name}@example.com`, subject: randomBytes(32).toString("hex") };
}
