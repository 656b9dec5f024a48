import { readdirSync, readFileSync } from "node:fs";
import { locales } from "@/lib/i18n/locales";
import { anotherBrand } from "@/scripts/test/another-brand";
import {
  memberCookie,
  reauthenticatedAdminCookie,
  reauthenticatedMemberCookie,
  routesOfBuild,
  sessionCookie,
  type Visit,
} from "./bad-input";
import { addSession, addUser, ageChallenges, proveSessions } from "./database";
import { enterCode, expect, logInDirectly, newPerson, test } from "./fixtures";
import { describeRequest, type RawAnswer, type RawRequest, sendRaw } from "./raw-http";
import { inbox, shop } from "./running-shop";
import { everyForm, logInWithoutScripts } from "./shown-pages";
import { plugInAuthenticator } from "./virtual-authenticator";

const folder = process.env.SHOP_FOLDER ?? "";
/** `\xe2\x82\xac` is € in a header. */
const leftOver = /myshop|€|\u00e2\u0082\u00ac|\bEUR\b/i;

test.setTimeout(300_000);

/** Reads the whole answer, headers too. */
async function ask(request: RawRequest): Promise<RawAnswer> {
  const answer = await sendRaw(shop.url, request);
  const found = leftOver.exec(`${JSON.stringify(answer.headers)}\n${answer.body}`);
  if (found !== null) throw new Error(`"${found[0]}" is in the answer ${answer.status} to ${describeRequest(request)}`);
  return answer;
}

function askIn(locale: string, cookie: string) {
  const headers = [["Accept-Language", locale], ...(cookie === "" ? [] : [["Cookie", cookie] as const])] as const;
  return (request: RawRequest) => ask({ ...request, headers: [...headers, ...(request.headers ?? [])] as never });
}

test("no page, file or header is left of the first brand, for strangers, members and admins in each language", async () => {
  const record = await addUser(newPerson());
  const paths = new Set([
    "/es",
    "/ar",
    "/robots.txt",
    "/sitemap.xml",
    "/manifest.webmanifest",
    "/favicon.ico",
    "/nothing",
  ]);
  for (const { route, path } of routesOfBuild(folder)) paths.add(path).add(route.replace("[id]", record));
  const asked = [...paths].filter((path) => !path.includes("["));
  expect(asked.length).toBeGreaterThan(50);
  for (const cookie of ["", await memberCookie(), await reauthenticatedAdminCookie()]) {
    for (const locale of locales) {
      const send = askIn(locale, cookie);
      for (const target of asked) await send({ target });
    }
  }
});

test("the pages, the icon and the well-known files show the new brand", async () => {
  const storefront = await ask({ target: "/" });
  expect(storefront.body).toContain("<title>Nordlicht &amp; Söhne: ");
  expect(storefront.body).toMatch(/US\$\d/);
  expect((await ask({ target: "/nothing" })).body).toContain("· Nordlicht &#38; Söhne</title>");
  const icon = await ask({ target: /href="(\/icon[^"]*)"/.exec(storefront.body)?.[1] ?? "" });
  expect(icon.headers["content-type"]).toBe("image/svg+xml");
  expect(icon.body).toContain(`fill="${anotherBrand.colors.light.accent}"`);
  const files = readdirSync(`${folder}/.next/static`, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => /\.(js|css)$/.test(file.name))
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, "utf8"));
  expect(texts.filter((text) => /myshop/i.test(text))).toEqual([]);
  expect(texts.some((text) => text.includes(`--accent:${anotherBrand.colors.light.accent}`))).toBe(true);
  expect((await ask({ target: "/.well-known/security.txt" })).body).toContain(
    "Contact: mailto:help@nordlicht.example\n",
  );
  expect((await ask({ target: "/login/recovery" })).body).toContain('href="mailto:help@nordlicht.example"');
  const endpoints = JSON.parse((await ask({ target: "/.well-known/passkey-endpoints" })).body);
  expect(endpoints).toEqual({ enroll: `${shop.url}/account/passkeys`, manage: `${shop.url}/account/passkeys` });
});

test("no form and no mail is left of the first brand, and mails come from the new one", async () => {
  for (const locale of locales) {
    const visit = { send: askIn(locale, "") } as Visit;
    expect((await everyForm(visit, locale)).length).toBeGreaterThan(30);
    await logInWithoutScripts(visit);
  }
  await expect.poll(async () => (await inbox.messages()).length).toBeGreaterThanOrEqual(5 * locales.length);
  for (const message of await inbox.messages()) {
    const whole = JSON.stringify(message);
    expect(whole).not.toMatch(leftOver);
    expect(whole).toMatch(/Nordlicht &(amp;|#38;)? ?Söhne/);
    expect(whole).toContain("Nordlicht mail");
  }
});

test("no download is left of the first brand", async () => {
  const own = { method: "POST", headers: [["Origin", shop.url]] } as const;
  const member = askIn("en", await reauthenticatedMemberCookie(["export-data"]));
  const data = await member({ target: "/account/data/file", ...own });
  expect(data.headers["content-type"]).toContain("application/json");
  expect(data.body).toContain("Nordlicht & Söhne");
  const sub = await addUser(newPerson(), "ADMIN");
  const sid = await addSession(sub);
  for (const target of ["/admin/users/export", "/admin/audit/export", "/admin/orders/export"]) {
    await proveSessions(sub, "export-records");
    const cookie = await sessionCookie({ sub, sid, role: "ADMIN", checkedAt: Date.now() });
    const csv = await askIn("en", cookie)({ target, ...own });
    expect(csv.headers["content-type"], target).toContain("text/csv");
  }
});

test("a device is given the new brand's name for a passkey", async ({ page, context, member }) => {
  await plugInAuthenticator(context, page);
  await page.addInitScript(() => {
    const create = navigator.credentials.create.bind(navigator.credentials);
    navigator.credentials.create = (options) => {
      sessionStorage.setItem("rp", JSON.stringify(options?.publicKey?.rp));
      return create(options);
    };
  });
  await logInDirectly(context, member.id);
  await page.goto("/account/passkeys");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.waitForURL("**/otp/*");
  await ageChallenges(member.email, 2);
  await enterCode(page, await inbox.latestCode(member.email));
  await page.waitForURL("**/account/passkeys");
  await page.getByLabel("Name of the passkey").fill("My laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Your passkey is added.")).toBeVisible();
  const asked = await page.evaluate(() => sessionStorage.getItem("rp"));
  expect(JSON.parse(asked ?? "")).toEqual({ id: "localhost", name: anotherBrand.relyingPartyName });
});
