import { networkInterfaces } from "node:os";
import getPort from "get-port";
import { expect, fromNewAddress, logInByForm, test } from "./fixtures";
import { accepts, hasNginx, startNginx } from "./nginx";
import { postForm, readForms } from "./posted-forms";
import { sendRaw } from "./raw-http";
import { shop } from "./running-shop";
import { startSecondShop, waitUntilUp } from "./second-shop";

test.describe("behind nginx, set up as docs/deployment.md says", () => {
  test.skip(!hasNginx, "There is no nginx here: forms behind a real reverse proxy were not tested.");
  test.slow();

  const setups = {
    "on a port that is not 80": [],
    "with a foreign X-Forwarded-Host": ["proxy_set_header X-Forwarded-Host evil.example;"],
  };
  for (const [name, lines] of Object.entries(setups)) {
    test(`a visitor logs in and out ${name}`, async ({ browser, member }) => {
      const port = await getPort({ host: "127.0.0.1" });
      const url = `http://localhost:${port}`;
      const behind = await startSecondShop({ APP_URL: url, TRUSTED_PROXY_HOPS: "2" });
      await waitUntilUp(behind);
      const nginx = await startNginx(port, behind.url.replace("localhost", "127.0.0.1"), [
        "proxy_set_header Host $host;",
        "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;",
        "proxy_set_header X-Forwarded-Proto $scheme;",
        ...lines,
      ]);
      try {
        for (const javaScriptEnabled of [true, false]) {
          const context = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders: fromNewAddress() });
          const page = await context.newPage();
          if (javaScriptEnabled) await logInByForm(page, member.email, `${url}/login`);
          else {
            await page.goto(`${url}/login`);
            await page.getByLabel("Email").fill(member.email);
            await page.getByRole("button", { name: "Send code" }).click();
            await page.waitForURL("**/otp/*");
          }
          expect(new URL(page.url()).origin).toBe(url);
          await context.close();
        }
        expect(behind.output()).not.toMatch(/Server Actions request|does not match/);
      } finally {
        await nginx.stop();
        behind.stop();
      }
    });
  }
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
    expect(await accepts(port), url).toBe(true);
    for (const address of addresses) expect(await accepts(port, address), `${address} for ${url}`).toBe(false);
  }
});
