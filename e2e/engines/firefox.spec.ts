import { addUser, ageChallenges, sql } from "@/e2e/database";
import { newPerson } from "@/e2e/fixtures";
import { inbox } from "@/e2e/running-shop";
import en from "@/messages/en";
import { expect, logVisitorIn, test } from "./engine-test";

test("a member adds a passkey in Firefox and logs in with it", async ({ visitor }) => {
  await visitor.browser.addPasskeyDevice?.();
  const person = newPerson();
  const id = await addUser(person);
  await logVisitorIn(visitor, id);
  await visitor.open("/account/passkeys");
  await visitor.press(en.passkeys.add);
  await visitor.arriveAt(/^\/otp\//);
  await ageChallenges(person.email, 2);
  await visitor.fill(en.otp.form.code, await inbox.latestCode(person.email));
  await visitor.arriveAt(/^\/account\/passkeys/);
  await visitor.fill(en.passkeys.form.name, "Firefox");
  await visitor.press(en.passkeys.form.add);
  await visitor.see("Added");
  expect(await sql(`SELECT "name" FROM "Authenticator" WHERE "userId" = $1`, [id])).toEqual([{ name: "Firefox" }]);

  await visitor.browser.clearCookies();
  await visitor.open("/login?next=/account");
  // Firefox may offer the passkey at the email field by itself, and this device agrees at once.
  await visitor.press(en.login.byPasskey).catch(() => {});
  await visitor.arriveAt(/^\/account/);
  const logins = await sql(`SELECT 1 FROM "Session" WHERE "userId" = $1 AND "method" = 'PASSKEY'`, [id]);
  expect(logins).toHaveLength(1);
});

test("no page on the way to an account violates the content policy in Firefox", async ({ visitor }) => {
  const person = newPerson();
  await visitor.open("/");
  await visitor.open("/login");
  await visitor.open("/register");
  await visitor.fill(en.fields.username.label, "x");
  await visitor.fill(en.fields.email.label, person.email);
  await visitor.fill(en.fields.phone.label, person.phone);
  await visitor.press(en.register.form.create);
  await visitor.see(en.fields.USERNAME_MALFORMED);
  expect(await visitor.browser.policyViolations?.()).toEqual([]);
  await visitor.browser.run(`new Image().src = "https://other.example/x.png";`);
  await expect.poll(async () => (await visitor.browser.policyViolations?.())?.length).toBeGreaterThan(0);
});
