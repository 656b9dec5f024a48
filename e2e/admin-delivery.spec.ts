import { randomUUID } from "node:crypto";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { adminAtWork } from "./admin-at-work";
import { addUser, sql } from "./database";
import { askForCode, expect, logInDirectly, newPerson, test, untilScriptsListen } from "./fixtures";
import { inbox } from "./running-shop";

test("an address that SendGrid suppresses is found, released with a passkey, and gets its next code", async ({
  page,
  context,
  browser,
}) => {
  const person = newPerson();
  const id = await addUser(person);
  await inbox.suppress(defaultAccount.accountSid, "bounces", person.email);
  const shopper = await (await browser.newContext()).newPage();
  await askForCode(shopper, person.email);
  await expect(shopper.getByText("The mail server for this address refused our message.")).toBeVisible({
    timeout: 12_000,
  });

  const admin = await adminAtWork(page, context);
  await page.goto("/admin");
  await page.getByRole("link", { name: "Mail", exact: true }).click();
  await page.getByLabel("Email address").fill(person.email);
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page).toHaveURL(`/admin/delivery/mailbox?user=${id}`);
  await expect(page.getByText("Dropped by SendGrid")).toBeVisible();
  await expect(page.getByText("Bounced Address")).toBeVisible();
  await page.getByRole("link", { name: "Release from Bounces" }).click();
  await page.getByLabel("Reason").fill("The mailbox is back");
  const submit = page.getByRole("button", { name: "Release the address" });
  await untilScriptsListen(submit);
  await submit.click();
  await expect(page.getByText("Released. The next email goes out.")).toBeVisible();
  await expect(page.getByText("This address is not on any of SendGrid’s lists.")).toBeVisible();

  await askForCode(shopper, person.email);
  await shopper.getByLabel("One-time code").fill(await inbox.latestCode(person.email));
  await expect(shopper).toHaveURL("/home");
  await page.goto(`/admin/users/${id}`);
  for (const step of ["Handed to SendGrid", "Delivered to the mail server", "Right code", "Completed"])
    await expect(page.getByText(step, { exact: false }).first()).toBeVisible();
  await page.goto(`/admin/audit?actor=${admin.id}`);
  await expect(page.getByRole("row", { name: "Release from a SendGrid list requested" })).toContainText(
    "The mailbox is back",
  );
  await shopper.context().close();
});

test("staff see failures by domain and reason, and of one domain, and cannot release", async ({ page, context }) => {
  const domain = `${randomUUID()}.example`;
  for (const [reason, reply] of [
    ["unknown_domain", "no such domain"],
    ["unknown_domain", "no such domain"],
    ["mailbox_unavailable", "552 over quota"],
  ])
    await sql(
      `INSERT INTO "MailEvent" ("id", "kind", "at", "domain", "maskedAddress", "reason", "reply")
       VALUES ($1, 'bounce', now(), $2, $3, $4, $5)`,
      [randomUUID(), domain, `a•••a@${domain}`, reason, reply],
    );
  const person = newPerson();
  const id = await addUser(person);
  await inbox.suppress(defaultAccount.accountSid, "spam_reports", person.email);
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
  await page.goto(`/admin/delivery?days=7&domain=${domain}`);
  const frequent = page.getByRole("region", { name: "Most frequent failures" });
  await expect(frequent.getByRole("row", { name: "Unknown domain" })).toContainText("2");
  await expect(frequent.getByRole("row", { name: "Mailbox full or closed" })).toContainText("1");
  await expect(page.getByRole("region", { name: "Failed emails" }).getByRole("row")).toHaveCount(4);
  await expect(page.getByText("552 over quota")).toBeVisible();
  await page.goto(`/admin/delivery/mailbox?user=${id}`);
  await expect(page.getByText("Spam reports")).toBeVisible();
  await expect(page.getByRole("link", { name: "Release" })).toHaveCount(0);
});

test("a mistyped address without an account is found by its request, and shown masked", async ({
  page,
  context,
  browser,
}) => {
  const email = `bounce+${randomUUID()}@example.com`;
  const shopper = await (await browser.newContext()).newPage();
  await askForCode(shopper, email);
  await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
  await expect(async () => {
    await page.goto("/admin/delivery?domain=example.com");
    const failed = page.getByRole("region", { name: "Failed emails" });
    await failed
      .getByRole("row", { name: `b•••${email.split("@")[0]?.at(-1)}@example.com` })
      .first()
      .getByRole("link")
      .click();
    await expect(page.getByText("This address has no account.")).toBeVisible();
  }).toPass();
  await page.goto("/admin/delivery");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Look up" }).click();
  await expect(page.getByText("This address has no account.")).toBeVisible();
  await expect(page.getByText("Refused by the mail server").first()).toBeVisible();
  expect(page.url()).not.toContain("example.com");
  expect(await page.content()).not.toContain(email);
  await shopper.context().close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an address is looked up, and SendGrid's silence is told", async ({ page, context }) => {
    const person = newPerson();
    await addUser(person);
    const fault = await inbox.addFault({ preset: "sendgrid-down", to: person.email });
    await logInDirectly(context, await addUser(newPerson(), "STAFF"), { role: "STAFF" });
    await page.goto("/admin/delivery");
    await page.getByLabel("Email address").fill(person.email);
    await page.getByRole("button", { name: "Look up" }).click();
    await expect(page.getByText("SendGrid did not answer.")).toBeVisible();
    await inbox.clearFaults(fault.id);
    await page.reload();
    await expect(page.getByText("This address is not on any of SendGrid’s lists.")).toBeVisible();
    await page.goto("/admin/delivery");
    await page.getByLabel("Email address").fill(newPerson().email);
    await page.getByRole("button", { name: "Look up" }).click();
    await expect(page.getByText("This address has no account, and nobody used it")).toBeVisible();
  });
});
