import { addUser, countSessions, type Person } from "@/e2e/database";
import { newPerson } from "@/e2e/fixtures";
import en from "@/messages/en";
import { expect, logVisitorIn, test } from "./engine-test";
import { until } from "./until";
import type { Visitor } from "./visitor";

const { logOut, ownAccount, users } = en.accountMenu;

test("after a logout the back button does not show the account from the browser's cache (R29)", async ({ visitor }) => {
  // A browser keeps no page with a request under way, and one may begin at any moment.
  for (let attempt = 1; attempt <= 3; attempt++) {
    const person = await openAccountByLinks(visitor);
    await visitor.press(logOut);
    await visitor.see(en.feedback.LOGGED_OUT);
    expect(await countSessions(person.email)).toBe(0);

    await stepsBackShowNothingOf(visitor, [person.username, person.email, person.phone]);
    if (await wasKept(visitor)) return;
  }
  throw new Error("The browser kept the page in none of three attempts.");
});

test("after a logout the back button does not show the users (R29)", async ({ visitor }) => {
  const [admin, customer] = [newPerson(), newPerson()];
  await addUser(customer);
  await logVisitorIn(visitor, await addUser(admin, "ADMIN"), "ADMIN");
  await visitor.open("/");
  await visitor.unfold(admin.username);
  await visitor.follow(users);
  await visitor.see(customer.email);
  await visitor.unfold(admin.username);
  await visitor.press(logOut);
  await visitor.see(en.feedback.LOGGED_OUT);
  await stepsBackShowNothingOf(visitor, [admin.username, customer.username, customer.email]);
});

test("a member who stays logged in finds a cached page unchanged", async ({ visitor }) => {
  const person = await openAccountByLinks(visitor);
  await visitor.open("/api/health");
  await visitor.back();
  await visitor.see(person.email);
  expect(await wasKept(visitor)).toBe(true);
});

/** Logs a new member in and follows links from the storefront to the account, in one document. */
async function openAccountByLinks(visitor: Visitor): Promise<Person> {
  const person = newPerson();
  await logVisitorIn(visitor, await addUser(person));
  await visitor.open("/");
  await countRequests(visitor);
  await visitor.unfold(person.username);
  await visitor.follow(ownAccount);
  await visitor.see(person.email);
  await noteWhenKept(visitor);
  return person;
}

/** Has the page count the requests that its scripts have under way. */
async function countRequests({ browser }: Visitor): Promise<void> {
  await browser.run(`
    const { fetch } = window;
    window.requestsUnderWay = 0;
    window.fetch = async (...args) => {
      window.requestsUnderWay += 1;
      try { return await fetch(...args); } finally { window.requestsUnderWay -= 1; }
    };`);
}

/** Has the page write down, for the rest of this tab's life, that the browser kept it and showed it again. */
async function noteWhenKept({ browser }: Visitor): Promise<void> {
  // Firefox keeps no page that is still waiting for an answer, and the page fetches what its links lead to.
  const quietLooks = 30;
  let looks = 0;
  let before: unknown;
  await until(
    "no request under way",
    async () => {
      const [underWay, done] = (await browser.run(
        `return [window.requestsUnderWay, performance.getEntriesByType("resource").length];`,
      )) as [number, number];
      looks = underWay === 0 && done === before ? looks + 1 : 0;
      before = done;
      return looks >= quietLooks;
    },
    40_000,
  );
  await browser.run(`
    sessionStorage.removeItem("wasKept");
    addEventListener("pageshow", ({ persisted }) => persisted && sessionStorage.setItem("wasKept", "yes"));`);
}

async function wasKept({ browser }: Visitor): Promise<boolean> {
  return (await browser.run(`return sessionStorage.getItem("wasKept");`)) === "yes";
}

/** Goes back through what this tab has shown, and reads each page from the first moment until a visitor's stands there. */
async function stepsBackShowNothingOf(visitor: Visitor, secrets: string[]): Promise<void> {
  for (const step of ["one step back", "two steps back"]) {
    const shown = new Set<string>();
    await visitor.back();
    await until(`${step}, a page for visitors`, async () => {
      const text = await visitor.text();
      for (const secret of secrets) if (text.includes(secret)) shown.add(secret);
      // WebKit steps over entries that nobody looked at, to the blank page before the shop.
      return (await visitor.browser.url()) === "about:blank" || text.includes(en.accountMenu.logIn);
    });
    expect([...shown], step).toEqual([]);
  }
}
