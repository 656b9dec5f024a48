import { addUser, ageChallenges, countSessions, type Person, sql } from "@/e2e/database";
import { newPerson, wrongCode } from "@/e2e/fixtures";
import { inbox } from "@/e2e/running-shop";
import { policies } from "@/lib/limits/policies";
import ar from "@/messages/ar";
import en from "@/messages/en";
import { expect, logVisitorIn, test } from "./engine-test";
import type { Visitor } from "./visitor";

const { logOut } = en.accountMenu;
/** A code is compared from two seconds after it was asked for; nobody types it sooner, but a test does. */
const soonestSeconds = 2;

async function receiveCode({ arriveAt }: Visitor, email: string): Promise<string> {
  await arriveAt(/^\/otp\//);
  await ageChallenges(email, soonestSeconds);
  return await inbox.latestCode(email);
}

async function askForCode(visitor: Visitor, { email }: Person): Promise<string> {
  await visitor.fill(en.fields.email.label, email);
  await visitor.press(en.login.form.send);
  return await receiveCode(visitor, email);
}

test("a visitor looks around, registers, mistypes the code, and logs in with a pasted one", async ({ visitor }) => {
  const person = newPerson();
  await visitor.open("/");
  await visitor.see(en.storefront.range.heading);
  await visitor.open("/register");
  await visitor.fill(en.fields.username.label, person.username);
  await visitor.fill(en.fields.email.label, person.email);
  await visitor.fill(en.fields.phone.label, person.phone);
  await visitor.press(en.register.form.create);
  const code = await receiveCode(visitor, person.email);
  await visitor.fill(en.otp.form.code, wrongCode(code));
  await visitor.see(en.feedback.CODE_REJECTED);
  await visitor.paste(en.otp.form.code, `${code.slice(0, 3)} ${code.slice(3)}`);
  await visitor.arriveAt(/^\/home$/);
});

test("a login returns to the requested page, and the sessions and the account can be read", async ({ visitor }) => {
  const person = newPerson();
  await addUser(person);
  await visitor.open("/account/sessions");
  await visitor.arriveAt(/^\/login\?next=/);
  await visitor.fill(en.otp.form.code, await askForCode(visitor, person));
  await visitor.arriveAt(/^\/account\/sessions/);
  await visitor.see(en.sessions.thisBrowser);
  await visitor.open("/account");
  await visitor.see(person.email);
});

test("the device's time zone is found by its old name, and stored by its current one", async ({ visitor }) => {
  const id = await addUser(newPerson());
  await logVisitorIn(visitor, id);
  await visitor.open("/account/language");
  await visitor.untilScriptsListen(en.language.timeZone);
  await visitor.press(en.language.device.use);
  await visitor.see("Kolkata (UTC+05:30)");
  expect(await visitor.valueOf(en.language.timeZone)).toBe("Asia/Kolkata");
  await visitor.press(en.language.save);
  await visitor.see(en.language.notices.LANGUAGE_SAVED);
  expect(await sql(`SELECT "timeZone" FROM "User" WHERE "id" = $1`, [id])).toEqual([{ timeZone: "Asia/Kolkata" }]);
});

test("the pages with the blue panel are readable in Arabic at every narrow width", async ({ visitor }) => {
  await visitor.open("/login");
  await visitor.press("العربية");
  await visitor.see(ar.login.title);
  expect(await visitor.browser.run("return document.dir;")).toBe("rtl");
  for (const [path, sentence] of [
    ["/login", ar.login.form.send],
    ["/register", ar.register.form.create],
  ] as const) {
    await visitor.open(path);
    for (let width = 1_024; width <= 1_216; width += 16) {
      await visitor.browser.resize(width, 800);
      await visitor.see(sentence);
    }
  }
});

test("an admin finds a customer", async ({ visitor }) => {
  const [admin, customer] = [newPerson(), newPerson()];
  await addUser(customer);
  await logVisitorIn(visitor, await addUser(admin, "ADMIN"), "ADMIN");
  await visitor.open("/admin/users");
  await visitor.fill(en.adminUsers.search.label, customer.username);
  await visitor.press(en.adminUsers.search.submit);
  await visitor.arriveAt(new RegExp(customer.username));
  await visitor.see(customer.email);
});

test("the browser solves a bot check by itself after many code requests", async ({ visitor }) => {
  const person = newPerson();
  await addUser(person);
  const policy = "send.address.short";
  const checksDone = async () => (await sql(`SELECT 1 FROM "RateLimit" WHERE "policy" = 'proof.once'`)).length;
  await visitor.open("/login");
  await askForCode(visitor, person);
  const before = await checksDone();
  // The subject is stored as an HMAC. The other addresses are those of tests in another engine, which ask once.
  await sql(`UPDATE "RateLimit" SET "points" = $2 WHERE "policy" = $1`, [policy, policies[policy].softLimit]);
  await visitor.open("/login");
  await askForCode(visitor, person);
  expect(await checksDone()).toBeGreaterThan(before);
});

test("without JavaScript a member logs in and out again, and the dark page is dark", async ({
  visitorWithoutScripts: visitor,
}) => {
  const person = newPerson();
  await addUser(person);
  await visitor.open("/login?next=/account");
  expect(await visitor.styleOfBody("background-color")).toMatch(/^rgba?\(11, 17, 28/);
  const code = await askForCode(visitor, person);
  await visitor.fill(en.otp.form.code, wrongCode(code));
  await visitor.press(en.otp.form.verify);
  await visitor.see(en.feedback.CODE_REJECTED);
  await visitor.fill(en.otp.form.code, code);
  await visitor.press(en.otp.form.verify);
  await visitor.arriveAt(/^\/account/);
  await visitor.see(person.email);
  await visitor.press(logOut);
  await visitor.see(en.feedback.LOGGED_OUT);
  expect(await countSessions(person.email)).toBe(0);
});
