import type { BrowserContext, Page } from "@playwright/test";
import { follow } from "@/attack/client/code-request";
import { messageLinks } from "@/emulator/inbox/list-view";
import { makeUndoEmailToken } from "@/lib/signed-link/account-links";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { ageChallenges, countSessions, countUsers, moveUser, sql } from "./database";
import { askForCode, enterCode, expect, fromNewAddress, logInByForm, logInDirectly, newPerson, test } from "./fixtures";
import { recordRequests } from "./recording-proxy";
import { inbox, shop } from "./running-shop";
import { startSecondShop, waitUntilUp } from "./second-shop";
import { askForCodeWithoutBrowser, comparable, expectText, newVisitor, sendForm } from "./without-browser";

/** The newest code mail of an address: its code, the link that fills it in, the link that ends the request. */
async function codeMail(email: string) {
  const code = await inbox.latestCode(email);
  const [message] = await inbox.messages({ to: email });
  const [prefill, notMe] = message ? messageLinks(message) : [];
  if (prefill === undefined || notMe === undefined) throw new Error("The code mail has no links");
  return { code, prefill, notMe };
}

async function challengeOf(email: string) {
  return await sql(`SELECT * FROM "Challenge" WHERE "address" = $1 ORDER BY "createdAt"`, [email]);
}

async function hasSession(context: BrowserContext): Promise<boolean> {
  return (await context.cookies()).some(({ name }) => name.endsWith("shop-session"));
}

/** How long a scanner's browser keeps a page open. */
const staysMs = 1_500;

const elsewhere = (page: Page) => page.getByRole("heading", { name: "Enter the code where you asked for it" });
const notMeButton = (page: Page) => page.getByRole("button", { name: "This was not me" });
const requestEndedText = "The code no longer works, and sessions started with it are logged out.";
const requestEnded = (page: Page) => page.getByText(requestEndedText);

test("a mail scanner that opens every link repeatedly and runs its scripts changes nothing (R38)", async ({
  page,
  member,
  browser,
  playwright,
}) => {
  await askForCode(page, member.email);
  const { code, prefill, notMe } = await codeMail(member.email);
  const before = await challengeOf(member.email);
  const fetcher = await playwright.request.newContext();
  for (const link of [prefill, notMe]) {
    for (let times = 0; times < 3; times++) {
      expect((await fetcher.get(link)).status()).toBe(200);
      expect((await fetcher.head(link)).status()).toBe(200);
    }
    const scanner = await browser.newContext();
    const opened = await scanner.newPage();
    for (let times = 0; times < 3; times++) {
      await opened.goto("about:blank");
      await opened.goto(link);
      // Here the waiting is what is tried: some scanners stay to see what a page does by itself.
      await opened.waitForTimeout(staysMs);
    }
    expect(await hasSession(scanner)).toBe(false);
    await scanner.close();
  }
  await fetcher.dispose();
  expect(await challengeOf(member.email)).toEqual(before);
  expect(await countSessions(member.email)).toBe(0);

  await enterCode(page, code);
  await page.waitForURL("**/home");
});

test("in the browser that asked, the link fills in the code, and only Verify logs in", async ({
  page,
  member,
  context,
}) => {
  await askForCode(page, member.email);
  const { code, prefill } = await codeMail(member.email);
  const tab = await context.newPage();
  const posts: string[] = [];
  tab.on("request", (request) => {
    if (request.method() === "POST") posts.push(request.url());
  });
  const lookedAgain = tab.waitForRequest((request) => request.url().includes("_rsc"));
  await tab.goto(prefill);
  await expect(tab.getByLabel("One-time code")).toHaveValue(code);
  await expect(tab.getByRole("button", { name: "Verify" })).toBeFocused();
  await expect(tab).toHaveURL(prefill.replace(/#.*/, ""));

  // The page asks once whether codes are late; neither that nor waiting submits the code or brings the fragment back.
  await (await lookedAgain).response();
  await expect(tab).toHaveURL(prefill.replace(/#.*/, ""));
  expect(posts).toEqual([]);
  expect(await countSessions(member.email)).toBe(0);
  expect((await challengeOf(member.email))[0]).toMatchObject({ attempts: 0, provenAt: null });

  await tab.keyboard.press("Enter");
  await tab.waitForURL("**/home");
});

test("the link pasted into the waiting tab also fills in the code", async ({ page, member }) => {
  await askForCode(page, member.email);
  const { code, prefill } = await codeMail(member.email);
  await page.goto(prefill);
  await expect(page.getByLabel("One-time code")).toHaveValue(code);
  await expect(page).toHaveURL(prefill.replace(/#.*/, ""));
});

test("a link without a valid code fills in nothing", async ({ page, member }) => {
  await askForCode(page, member.email);
  // The countdown tells that the page's scripts have run: it has to last for seven visits.
  await ageChallenges(member.email, -60);
  const url = page.url();
  for (const fragment of ["#12345", "#1234567", "#12a456", "#abcdef", "#main", "#1%3Cscript%3E", "#"]) {
    await page.goto("about:blank");
    await page.goto(`${url}${fragment}`);
    await expect(page.getByRole("button", { name: "Send a new code" })).toContainText("in ");
    await expect(page.getByLabel("One-time code"), fragment).toHaveValue("");
  }
});

test("in another browser the link says where to type the code, and logs no one in", async ({
  page,
  member,
  browser,
}) => {
  await askForCode(page, member.email);
  const { code, prefill } = await codeMail(member.email);
  const other = await browser.newContext();
  const opened = await other.newPage();
  const answer = await opened.goto(prefill);
  expect(answer?.status()).toBe(200);
  await expect(elsewhere(opened)).toBeVisible();
  await expect(opened.getByText(/^Chrome on (Linux|Windows|macOS)$/)).toBeVisible();
  await expect(opened.getByText(/^\d{1,2} \w+ \d{4} at \d\d:\d\d UTC$/)).toBeVisible();
  await expect(opened).toHaveURL(prefill.replace(/#.*/, ""));
  await expect(opened.getByRole("main").locator("form, input")).toHaveCount(0);
  const html = await opened.content();
  for (const secret of [member.email, member.username, code, "example.com"]) expect(html).not.toContain(secret);
  expect(await hasSession(other)).toBe(false);
  await other.close();
  await enterCode(page, code);
  await page.waitForURL("**/home");
});

test("another browser sees the same page for addresses with and without an account", async ({ member }) => {
  const seen = [];
  for (const email of [member.email, newPerson().email]) {
    const request = await askForCodeWithoutBrowser(email);
    const opened = await newVisitor().get(request.page);
    expectText(opened, "Enter the code where you asked for it");
    const html = comparable(opened.body, { ID: request.challengeId })
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z|\d{1,2} \w+ \d{4} at \d\d:\d\d UTC/g, "TIME")
      .replace(/\$D[\w:.-]+/g, "TIME");
    seen.push(html);
  }
  expect(seen[1]).toBe(seen[0]);
});

test("the link of an expired challenge offers a new code in the same browser, and leads to the login in others, without the code", async ({
  page,
  member,
  browser,
}) => {
  await askForCode(page, member.email);
  const { prefill } = await codeMail(member.email);
  await ageChallenges(member.email, 601);
  const sentences = ["This code has expired", "That code has expired."];
  for (const context of [page.context(), await browser.newContext()]) {
    const opened = await context.newPage();
    await opened.goto(prefill);
    await expect(opened.getByText(sentences.shift() ?? "")).toBeVisible();
    await expect.poll(() => new URL(opened.url()).hash).toBe("");
  }
});

test("a logged-in browser is not asked about another browser's code", async ({ page, context, member, browser }) => {
  const asking = await browser.newContext();
  const other = await asking.newPage();
  await askForCode(other, newPerson().email);
  await logInDirectly(context, member.id);
  await page.goto(other.url());
  await expect(page).toHaveURL(/\/home$/);
  await asking.close();
});

test("no request of the whole flow carries the code in its URL or headers (R9)", async ({ browser, member }) => {
  const proxy = await recordRequests();
  const secondShop = await startSecondShop({ APP_URL: proxy.url });
  proxy.forwardTo(secondShop.url);
  try {
    await waitUntilUp(secondShop);
    const asking = await browser.newContext({ baseURL: proxy.url });
    const page = await asking.newPage();
    await askForCode(page, member.email);
    const { code, prefill, notMe } = await codeMail(member.email);
    expect(prefill).toContain(proxy.url);
    const other = await browser.newContext();
    for (const link of [prefill, notMe]) {
      const opened = await other.newPage();
      await opened.goto(link);
      await expect(opened).not.toHaveURL(/#/);
      await opened.getByRole("main").getByRole("link").click();
      await expect(opened).toHaveURL(/\/(login)?$/);
    }
    await page.goto(prefill);
    await page.getByRole("button", { name: "Verify" }).click();
    await page.waitForURL("**/home");
    await page.goto("/account");

    expect(proxy.requests.filter((text) => text.startsWith("POST /otp/"))).not.toEqual([]);
    expect(proxy.requests.filter((text) => text.startsWith("GET /not-me/"))).not.toEqual([]);
    expect(proxy.requests.filter((text) => text.includes(code))).toEqual([]);
    expect(secondShop.output()).not.toContain(code);
    expect(JSON.stringify(await inbox.journal({ to: member.email }))).not.toContain(code);
    await asking.close();
    await other.close();
  } finally {
    secondShop.stop();
    await proxy.close();
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "'This was not me'" : "'This was not me' without JavaScript", () => {
    test("cancels the request by its button and not by its URL, and the right code is then refused", async ({
      member,
      browser,
    }) => {
      // Without scripts, or the code page would look again by itself and lead on before the code is typed.
      const asking = await browser.newContext({ javaScriptEnabled: false });
      const page = await asking.newPage();
      await askForCode(page, member.email);
      const { code, notMe } = await codeMail(member.email);
      const reader = await browser.newContext({ javaScriptEnabled });
      const opened = await reader.newPage();
      await opened.goto(notMe);
      await expect(opened.getByText(/^Chrome on (Linux|Windows|macOS)$/)).toBeVisible();
      expect((await challengeOf(member.email))[0]).toMatchObject({ reportedAt: null });

      await notMeButton(opened).click();
      await expect(requestEnded(opened)).toBeVisible();
      await expect(notMeButton(opened)).toHaveCount(0);
      await reader.close();

      await enterCode(page, code);
      await page.getByRole("button", { name: "Verify" }).click();
      await expect(page.getByText("That code has expired.")).toBeVisible();
      expect(await countSessions(member.email)).toBe(0);
      await asking.close();
    });
  });
}

test("'This was not me', pressed twice, shows the same sentence twice", async ({ member }) => {
  await askForCodeWithoutBrowser(member.email);
  const { pathname } = new URL((await codeMail(member.email)).notMe);
  const reader = newVisitor();
  const tabs = [];
  for (let tab = 1; tab <= 2; tab++) tabs.push(await follow(reader, await reader.get(pathname)));
  for (const tab of tabs) expectText(await sendForm(reader, tab, "This was not me"), requestEndedText);
});

test("'This was not me' logs out the person who logged in with that code", async ({ page, member, browser }) => {
  await logInByForm(page, member.email);
  const message = (await inbox.messages({ to: member.email })).find(({ code }) => code !== null);
  const notMe = message && messageLinks(message)[1];
  const reader = await browser.newContext();
  const opened = await reader.newPage();
  await opened.goto(notMe ?? "");
  await notMeButton(opened).click();
  await expect(requestEnded(opened)).toBeVisible();
  expect(await countSessions(member.email)).toBe(0);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
  await reader.close();
});

test("'This was not me' in an alert ends that session, without a login (R34)", async ({
  page,
  context,
  member,
  browser,
}) => {
  const sid = await logInDirectly(context, member.id);
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: member.username })).toBeVisible();
  const [row] = await sql<{ id: string }>(`SELECT "id" FROM "Session" WHERE "sessionToken" = $1`, [sid]);
  const reader = await browser.newContext();
  const opened = await reader.newPage();
  await opened.goto(`/not-me/${makeReportToken("session", row?.id ?? "")}`);
  await notMeButton(opened).click();
  await expect(opened.getByText("That browser is no longer logged in to your account.")).toBeVisible();
  expect(await hasSession(reader)).toBe(false);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
  await reader.close();
});

test("'This was not me' cannot be pressed from a foreign origin (R38)", async ({ page, person, playwright }) => {
  await askForCode(page, person.email, "/login");
  const [row] = await challengeOf(person.email);
  const url = `/not-me/${makeReportToken("challenge", String(row?.id))}`;
  const fields = await readForm(await playwright.request.newContext({ baseURL: shop.url }), url);
  expect(Object.keys(fields)).toContain("token");
  const request = await playwright.request.newContext({ baseURL: shop.url, maxRedirects: 0 });
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example" },
    { origin: "null", "sec-fetch-site": "cross-site" },
    { origin: "null" },
  ];
  for (const headers of foreign) {
    const refused = await request.post(url, { headers, multipart: fields });
    expect(refused.status()).toBe(403);
    expect(await refused.text()).toContain("This form came from another site");
  }
  expect((await challengeOf(person.email))[0]).toMatchObject({ reportedAt: null });

  const own = { origin: shop.url, "sec-fetch-site": "same-origin" };
  expect((await request.post(url, { headers: own, multipart: fields })).status()).toBe(303);
  expect((await challengeOf(person.email))[0]).toMatchObject({ reportedAt: expect.any(Date) });
  expect(await countUsers(person.email)).toBe(0);
});

for (const javaScriptEnabled of [true, false]) {
  test(`the token of a mailed link is removed from the URL at once ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
    member,
  }) => {
    const token = makeUndoEmailToken(await moveUser(member.id, newPerson().email));
    const context = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders: fromNewAddress() });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(`${request.url()} ${request.headers().referer ?? ""}`));
    await page.goto(`/undo-email/${token}`);
    const button = page.getByRole("main").locator("form").getByRole("button");
    await expect(button).toBeVisible();
    await expect(page).toHaveURL(`${shop.url}/undo-email`);
    await page.reload();
    await button.click();
    await expect(button).toHaveCount(0);
    await expect(page).toHaveURL(`${shop.url}/undo-email`);
    expect(requests.filter((text) => text.includes(token))).toHaveLength(1);
    const kept = (await context.cookies()).filter(({ value }) => value.includes(token));
    expect(kept).toMatchObject([{ httpOnly: true, sameSite: "Lax" }]);
    await context.close();
  });
}

test("a forged link does not work, and shows the same page as any expired link", async ({ page, request }) => {
  const token = makeReportToken("challenge", "A".repeat(22));
  const forged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  for (const text of [forged, "x", "A".repeat(44), "..%2Flogin"]) {
    const answer = await request.get(`/not-me/${text}`);
    expect(answer.status(), text).toBe(404);
  }
  // What a mail program takes for a part of the link changes nothing.
  for (const behind of ["%20", ".", ")"]) {
    expect((await request.get(`/not-me/${token}${behind}`)).status(), behind).toBe(200);
  }
  await page.goto(`/not-me/${forged}`);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await expect(page.getByRole("main").locator("form")).toHaveCount(0);
});

test("the page of a report is not cached, not indexed, and sends no referrer", async ({ request }) => {
  const answer = await request.get(`/not-me/${makeReportToken("challenge", "A".repeat(22))}`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(answer.headers()["x-robots-tag"]).toContain("noindex");
  expect(answer.headers()["referrer-policy"]).toBe("same-origin");
});

/** The hidden fields by which a browser without scripts would post the form of a page. */
async function readForm(
  request: { get(url: string): Promise<{ text(): Promise<string> }> },
  url: string,
): Promise<Record<string, string>> {
  const html = await (await request.get(url)).text();
  const inputs = [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  return Object.fromEntries(inputs.map(([, name, value]) => [name ?? "", (value ?? "").replaceAll("&quot;", '"')]));
}
