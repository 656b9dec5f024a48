import { addUser, proveSessions, sql } from "./database";
import { expect, logInDirectly, newPerson, test } from "./fixtures";
import { inbox } from "./running-shop";

const at = (domain: string) => {
  const person = newPerson();
  return { ...person, email: person.email.replace("example.com", domain) };
};

/** The same mailbox at the provider that was meant. */
const meant = (email: string) => email.replace("gmial.com", "gmail.com");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a login with a mistyped domain is asked about it, the same with and without an account, and may use the other", async ({
      page,
    }) => {
      const [known, unknown] = [at("gmial.com"), at("gmial.com")];
      await addUser(known);
      await addUser({ ...newPerson(), email: meant(unknown.email) });
      for (const { email } of [known, unknown]) {
        await page.goto("/login");
        await page.getByLabel("Email").fill(email);
        await page.getByRole("button", { name: "Send code" }).click();
        await expect(page.getByRole("status").filter({ hasText: `Did you mean ${meant(email)}?` })).toBeVisible();
        await expect(page).toHaveURL(/\/login$/);
        await expect(page.getByLabel("Email")).toHaveValue(email);
        expect(await inbox.journal({ to: email })).toEqual([]);
      }
      await page.getByRole("button", { name: `Use ${meant(unknown.email)}` }).click();
      await page.waitForURL("**/otp/*");
      expect(await inbox.latestCode(meant(unknown.email))).toMatch(/^\d{6}$/);
      expect(await inbox.journal({ to: unknown.email })).toEqual([]);
    });

    test("who sends a mistyped domain a second time gets the code there, and Enter changes nothing", async ({
      page,
    }) => {
      const { email } = at("gmial.com");
      await addUser({ ...newPerson(), email });
      await page.goto("/login");
      await page.getByLabel("Email").fill(email);
      await page.getByLabel("Email").press("Enter");
      await expect(page.getByText(`Did you mean ${meant(email)}?`)).toBeVisible();
      await page.getByLabel("Email").press("Enter");
      await page.waitForURL("**/otp/*");
      expect(await inbox.latestCode(email)).toMatch(/^\d{6}$/);
      expect(await inbox.messages({ to: meant(email) })).toEqual([]);
    });

    test("a registration with a mistyped domain keeps what was typed, and continues with the address that was meant", async ({
      page,
    }) => {
      const person = at("gmial.com");
      await page.goto("/register");
      await page.getByLabel("Username").fill(person.username);
      await page.getByLabel("Email").fill(person.email);
      await page.getByLabel("Phone number").fill(person.phone);
      await page.getByRole("button", { name: "Create account" }).click();
      await page.getByRole("button", { name: `Use ${meant(person.email)}` }).click();
      await page.waitForURL("**/otp/*");
      await inbox.latestCode(meant(person.email));
      const requests = await sql(
        `SELECT "address", "payload"->>'username' AS name FROM "Challenge" WHERE "address" = $1`,
        [meant(person.email)],
      );
      expect(requests).toEqual([{ address: meant(person.email), name: person.username }]);
    });

    test("a new address with a mistyped domain is asked about", async ({ page, context, member }) => {
      await logInDirectly(context, member.id);
      await proveSessions(member.id, "change-email");
      const { email } = at("gmial.com");
      await page.goto("/account/email");
      await page.getByLabel("New email").fill(email);
      await page.getByRole("button", { name: "Send code" }).click();
      await page.getByRole("button", { name: `Use ${meant(email)}` }).click();
      await page.waitForURL("**/otp/*");
      expect(await inbox.latestCode(meant(email))).toMatch(/^\d{6}$/);
    });
  });
}
