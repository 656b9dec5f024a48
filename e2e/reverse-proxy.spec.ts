import { Agent, get } from "node:http";
import { networkInterfaces } from "node:os";
import getPort from "get-port";
import { type Pgbouncer, startPgbouncer } from "@/scripts/database/pgbouncer";
import { type Nginx, startNginx } from "@/scripts/processes/nginx";
import { accepts } from "@/scripts/processes/ports";
import { countSessions, sql } from "./database";
import { askForCode, enterCode, expect, fromNewAddress, test } from "./fixtures";
import { postForm, readForms } from "./posted-forms";
import { sendRaw } from "./raw-http";
import { inbox, shop } from "./running-shop";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

// scripts/test/main.ts finds them, or brings them.
const { NGINX_PATH: nginxProgram, PGBOUNCER_PATH: pgbouncerProgram } = process.env;

test.describe("two instances behind deploy/nginx.conf, with pgbouncer in transaction mode", () => {
  test.skip(!nginxProgram || !pgbouncerProgram, "There is no nginx or no pgbouncer here.");
  test.describe.configure({ mode: "serial" });
  test.slow();
  test.use({ ignoreHTTPSErrors: true });

  const instances: SecondShop[] = [];
  let pgbouncer: Pgbouncer;
  let nginx: Nginx;

  test.beforeAll(async () => {
    pgbouncer = await startPgbouncer(pgbouncerProgram ?? "", shop.databaseUrl, await getPort());
    const port = await getPort({ host: "127.0.0.1" });
    for (const _ of ["first", "second"]) {
      const settings = { APP_URL: `https://localhost:${port}`, TRUSTED_PROXY_HOPS: "1", DATABASE_URL: pgbouncer.url };
      instances.push(await startSecondShop(settings));
    }
    await Promise.all(instances.map(waitUntilUp));
    const ports = instances.map(({ url }) => Number(new URL(url).port));
    nginx = await startNginx(nginxProgram ?? "", port, ports);
  });
  test.afterAll(async () => {
    await nginx?.stop();
    for (const instance of instances) instance.stop();
    await pgbouncer?.stop();
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`a visitor ${javaScriptEnabled ? "with" : "without"} scripts logs in and out, and forges no address (R18)`, async ({
      browser,
      member,
    }) => {
      const forged = { ...fromNewAddress(), "X-Forwarded-Host": "evil.example", Forwarded: "for=203.0.113.7" };
      const options = { javaScriptEnabled, ignoreHTTPSErrors: true, extraHTTPHeaders: forged };
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await askForCode(page, member.email, `${nginx.url}/login`);
      await enterCode(page, await inbox.latestCode(member.email));
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Verify" }).click();
      await page.waitForURL((url) => !url.pathname.startsWith("/otp"));
      expect(new URL(page.url()).origin).toBe(nginx.url);
      const [session] = await sql(`SELECT "ip" FROM "Session" WHERE "userId" = $1`, [member.id]);
      expect(session).toEqual({ ip: "127.0.0.1" });

      await page.goto(`${nginx.url}/account`);
      await page.getByRole("main").getByRole("button", { name: "Log out" }).click();
      await expect.poll(() => countSessions(member.email)).toBe(0);
      await context.close();
      for (const { output } of instances) expect(output()).not.toMatch(/Server Actions request|does not match/);
    });
  }

  test("the access log has neither the token of a mailed link nor a query", async ({ request }) => {
    for (const path of ["/undo-email/token-1", "/en/not-me/token-1", "/login?next=token-1"])
      await request.get(nginx.url + path, { maxRedirects: 0 });
    expect(nginx.accessLog()).toContain("GET /login ");
    expect(nginx.accessLog()).not.toContain("token-1");
  });

  test("an instance that is told to stop ends, although a proxy keeps asking on one connection", async () => {
    const instance = await startSecondShop({});
    await waitUntilUp(instance);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = () =>
      new Promise<void>((resolve, reject) => {
        get(`${instance.url}/api/health`, { agent }, (answer) => answer.resume().on("end", resolve)).on(
          "error",
          reject,
        );
      });
    await ask();
    instance.stop();
    await expect(
      (async () => {
        for (;;) await ask();
      })(),
    ).rejects.toThrow(/ECONN|hang up/);
    expect(await instance.exitCode).toBe(143);
  });

  test("visitors lose nothing while one instance is gone, and read a sentence when all are", async ({
    page,
    member,
  }) => {
    await page.goto(`${nginx.url}/login`);
    instances[0]?.stop();
    await instances[0]?.exitCode;
    for (let visit = 1; visit <= 6; visit++) expect((await page.request.get(`${nginx.url}/login`)).status()).toBe(200);
    await page.getByLabel("Email").fill(member.email);
    await page.getByRole("button", { name: "Send code" }).click();
    await page.waitForURL("**/otp/*");

    instances[1]?.stop();
    await instances[1]?.exitCode;
    const answer = await page.request.get(`${nginx.url}/login`);
    expect(answer.status()).toBe(503);
    expect(answer.headers()["retry-after"]).toBe("10");
    expect(await answer.text()).toContain("Please try again in a minute.");
  });
});

test("a form with a null Origin is accepted when the browser says same-origin", async ({ person }) => {
  for (const origin of ["null", "http://", `${shop.url}, ${shop.url}`]) {
    const [form] = readForms(await sendRaw(shop.url, { target: "/login" }), "/login");
    if (form === undefined) throw new Error("The login page has no form.");
    const fields = form.fields.map((field) => (field.name === "email" ? { ...field, value: person.email } : field));
    const sent = (site: string) =>
      sendRaw(
        shop.url,
        postForm("/login", fields, [
          ["Origin", origin],
          ["Sec-Fetch-Site", site],
        ]),
      );
    expect(await sent("same-origin"), origin).toMatchObject({
      status: 303,
      headers: { location: expect.stringContaining("/otp/") },
    });
    const refused = await sent("cross-site");
    expect(refused.status, origin).toBe(403);
    expect(refused.body).toContain("came from another site");
  }
});

test("the shop, its emulator and its database listen only on this machine", async () => {
  const addresses = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address?.family === "IPv4" && !address.internal)
    .map((address) => address?.address ?? "");
  // A server that listens everywhere answers at all addresses of the loopback network too.
  if (process.platform === "linux") addresses.push("127.0.0.2");
  for (const url of [shop.url, shop.emulatorUrl, shop.databaseUrl]) {
    const port = Number(new URL(url).port);
    expect(await accepts(port, "127.0.0.1"), url).toBe(true);
    for (const address of addresses) expect(await accepts(port, address), `${address} for ${url}`).toBe(false);
  }
});
