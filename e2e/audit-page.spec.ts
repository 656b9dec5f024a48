import { randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { BrowserContext } from "@playwright/test";
import { adminAtWork } from "./admin-at-work";
import { addUser, sql } from "./database";
import { expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";

type Entry = { name?: string; subjectId?: string; actorId?: string; userAgent?: string; details?: object };

/** Adds as many entries as asked, all of one moment. */
async function addEvents(count: number, { name = "logout", subjectId, actorId, userAgent, details }: Entry) {
  await sql(
    `INSERT INTO "AuditEvent" ("name", "subjectId", "actorId", "userAgent", "details", "ip")
     SELECT $2, $3::uuid, $4::uuid, $5, $6::jsonb, '192.0.2.' || n FROM generate_series(1, $1) AS n`,
    [count, name, subjectId ?? null, actorId ?? null, userAgent ?? null, details ? JSON.stringify(details) : null],
  );
}

async function logInAs(context: BrowserContext, role: "STAFF" | "ADMIN"): Promise<string> {
  const id = await addUser(newPerson(), role);
  await logInDirectly(context, id, { role });
  return id;
}

const exportsOf = (actorId: string) =>
  sql<{ details: unknown }>(`SELECT "details" FROM "AuditEvent" WHERE "actorId" = $1 AND "name" = 'audit_exported'`, [
    actorId,
  ]);

test("a shopper gets neither the audit trail nor its export", async ({ page, context, member }) => {
  await logInDirectly(context, member.id, { role: "ADMIN" });
  for (const path of ["/admin/audit", "/admin/audit/export"]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text()).not.toContain("<table");
  }
  expect(await exportsOf(member.id)).toEqual([]);
});

test("a visitor who is not logged in is sent to the login, also from the export", async ({ page }) => {
  await page.goto("/admin/audit");
  await expect(page).toHaveURL(/\/login\?next=%2Fadmin%2Faudit$/);
  await page.goto("/admin/audit/export?event=logout");
  await expect(page).toHaveURL(/\/login\?next=/);
});

for (const role of ["STAFF", "ADMIN"] as const) {
  test(`${role.toLowerCase()} sees what happened, to whom, by whom and from where`, async ({
    page,
    context,
    member,
  }) => {
    await logInAs(context, role);
    const deleted = randomUUID();
    const userAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36";
    await addEvents(1, { actorId: member.id, subjectId: deleted, userAgent, details: { sessions: 2 } });
    await page.goto(`/admin/audit?subject=${deleted}`);
    const row = page.getByRole("row").nth(1);
    await expect(row).toContainText("Logged out");
    await expect(row).toContainText("Chrome on Windows");
    await expect(row).toContainText("192.0.2.1");
    await expect(row).toContainText("sessions: 2");
    await expect(row).toContainText(`…${deleted.slice(-8)} deleted`);
    await expect(row.getByRole("link", { name: member.username })).toHaveAttribute("href", `/admin/users/${member.id}`);
    await expect(page.getByText("1 event", { exact: true })).toBeVisible();
  });
}

test("the audit trail is filtered by actor, subject, event and time, and the URL contains the filter", async ({
  page,
  context,
  member,
}) => {
  await logInAs(context, "STAFF");
  await addEvents(2, { actorId: member.id, subjectId: member.id });
  await addEvents(1, { actorId: member.id, name: "login_succeeded" });
  await page.goto("/admin/audit");
  await page.getByLabel("Actor").fill(member.email.toUpperCase());
  await page.getByRole("button", { name: "Filter" }).click();
  // The email stays out of the address that people keep and share.
  await expect(page).toHaveURL(`/admin/audit?actor=${member.id}`);
  await expect(page.getByRole("row")).toHaveCount(4);
  await expect(page.getByLabel("Actor")).toHaveValue(member.username);

  await page.getByText("Events: all").click();
  await page.getByLabel("Logged in", { exact: true }).check();
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(`/admin/audit?actor=${member.id}&event=login_succeeded`);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByLabel("Logged in", { exact: true })).toBeChecked();

  await page.getByLabel("Subject").fill(member.username);
  await page.getByLabel("Logged in", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("row")).toHaveCount(3);

  await page.getByLabel("Until (UTC)").fill("2020-01-01T00:00");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByText("No matching events")).toBeVisible();
  await page.getByRole("link", { name: "Show all events" }).click();
  await expect(page).toHaveURL("/admin/audit");
});

test("paging shows each of several entries with the same time once, forwards and backwards", async ({
  page,
  context,
}) => {
  await logInAs(context, "STAFF");
  const subjectId = randomUUID();
  await addEvents(120, { subjectId });
  const addresses = async () => {
    const texts = await page.getByRole("row").filter({ hasText: "192.0.2." }).allInnerTexts();
    return texts.map((text) => Number(/192\.0\.2\.(\d+)/.exec(text)?.[1]));
  };
  await page.goto(`/admin/audit?subject=${subjectId}`);
  const pages = [await addresses()];
  for (const rows of [51, 21]) {
    await page.getByRole("link", { name: "Older" }).click();
    await expect(page.getByRole("row")).toHaveCount(rows);
    await expect.poll(addresses).not.toEqual(pages.at(-1));
    pages.push(await addresses());
  }
  expect(pages.flat()).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
  await expect(page.getByRole("link", { name: "Older" })).toHaveCount(0);
  await page.getByRole("link", { name: "Newer" }).click();
  await expect.poll(addresses).toEqual(pages[1]);
  await page.getByRole("link", { name: "Newer" }).click();
  await expect.poll(addresses).toEqual(pages[0]);
  await expect(page.getByRole("link", { name: "Newer" })).toHaveCount(0);
});

test("the export contains all matching entries and no formulas, and is recorded in the audit trail", async ({
  page,
  context,
}) => {
  const { id: staffId } = await adminAtWork(page, context, { role: "STAFF" });
  const subjectId = randomUUID();
  await addEvents(1_005, { subjectId, userAgent: "=cmd|' /C calc'!A0", details: { reason: 'a "b", c' } });
  await page.goto(`/admin/audit?subject=${subjectId}&event=logout`);
  await expect(page.getByText("About 1,000 events (estimated)")).toBeVisible();
  const button = page.getByRole("button", { name: "Export as CSV" });
  await untilScriptsListen(button);
  const answered = page.waitForResponse("**/admin/audit/export*");
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toMatch(/^audit-trail-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(1_006);
  expect(lines[1]).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z,"logout","Logged out",,,"[0-9a-f-]{36}",,,"192\.0\.2\.1005","'=cmd\|' \/C calc'!A0",,"\{""reason"":""a \\""b\\"", c""\}"$/,
  );
  expect(await exportsOf(staffId)).toEqual([
    { details: { actor: null, subject: subjectId, events: "logout", from: null, to: null } },
  ]);
  const headers = (await answered).headers();
  expect(headers["cache-control"]).toBe("private, no-store");
  expect(headers["content-disposition"]).toMatch(/^attachment; /);
  expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
});

test("unknown parameters in the URL are ignored or explained, without an error", async ({ page, context }) => {
  const staffId = await logInAs(context, "STAFF");
  const odd = [
    "after=x",
    "before=' OR 1=1",
    "after=MTIzLjQ&before=MTIzLjQ",
    "after=a&after=b",
    "event=nothing",
    "event=__proto__&event=logout",
    `event=${"logout&event=".repeat(300)}`,
    "actor=%00",
    "actor=%ED%A0%80&subject=%25",
    `actor=${"a".repeat(5_000)}`,
    `actor=${randomUUID()}&subject=${randomUUID()}`,
    "from=2026-02-31&to=9999-99-99",
    "from=2026-11-02&to=2026-11-01",
    "to=2999-12-31T23:59:59",
    "__proto__=1&constructor=2",
  ];
  for (const query of odd) expect((await page.goto(`/admin/audit?${query}`))?.status(), query).toBe(200);
  await page.goto("/admin/audit?actor=nobody-is-called-so&from=yesterday");
  await expect(page.getByText("No user has this username or email (actor).")).toBeVisible();
  await expect(page.getByText("“From” is ignored")).toBeVisible();
  await expect(page.getByText("No matching events")).toBeVisible();
  // A file that left a filter out would be taken for what was asked for.
  for (const query of ["actor=nobody-is-called-so", "from=yesterday", "event=nothing"]) {
    await page.goto(`/admin/audit/export?${query}`);
    await expect(page).toHaveURL(`/admin/audit?${query}`);
  }
  expect(await exportsOf(staffId)).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the audit trail can be filtered and paged", async ({ page, context }) => {
    await logInAs(context, "STAFF");
    const subjectId = randomUUID();
    await addEvents(60 + randomInt(10), { subjectId });
    await page.goto("/admin/audit");
    await page.getByLabel("Subject").fill(subjectId);
    await page.getByText("Events: all").click();
    await page.getByLabel("Logged out").check();
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page.getByRole("row")).toHaveCount(51);
    await page.getByRole("link", { name: "Older" }).click();
    await expect(page.getByRole("row").nth(1)).toContainText("Logged out");
    await expect(page.getByRole("link", { name: "Newer" })).toBeVisible();
  });
});
