import type { Page } from "@playwright/test";
import { sql } from "./database";
import { expect, test } from "./fixtures";
import { countPasskeyLogins, openLoginWithoutAutofill, passkeyButton } from "./passkey-button";
import { shop } from "./running-shop";
import { plugInAuthenticator } from "./virtual-authenticator";

const refusal = "This passkey was not accepted.";

/** The same host behind another port: a browser asks for the shop's passkeys there, and says where it was asked. */
const falseShop = `http://localhost:${Number(new URL(shop.url).port) === 54_321 ? 54_322 : 54_321}/`;

/** Has the device of a page sign a challenge, as a page that plays the shop would. */
async function sign(page: Page, challenge: string): Promise<unknown> {
  return await page.evaluate(async (challenge) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
      challenge,
      rpId: "localhost",
      userVerification: "required",
    });
    const credential = await navigator.credentials.get({ publicKey });
    return (credential as PublicKeyCredential).toJSON();
  }, challenge);
}

test("a passkey signature from a false page of the same host is refused, and one for the shop is accepted", async ({
  page,
  context,
  member,
}) => {
  await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
  const elsewhere = await context.newPage();
  await (await plugInAuthenticator(context, elsewhere)).holdPasskeyOf(member.id);
  await elsewhere.route(`${falseShop}**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>x</title>" }),
  );

  // A phishing site passes the shop's challenge on, and gives the shop what was signed elsewhere.
  await page.route("**/login", async (route) => {
    const request = route.request();
    if (request.method() !== "POST") return await route.continue();
    const [answer, next] = JSON.parse(request.postData() ?? "");
    const { challenge } = JSON.parse(Buffer.from(answer.response.clientDataJSON, "base64url").toString());
    await route.continue({ postData: JSON.stringify([await sign(elsewhere, challenge), next]) });
  });
  await elsewhere.goto(falseShop);
  await openLoginWithoutAutofill(page, "/login");
  await passkeyButton(page).click();
  await expect(page.getByText(refusal)).toBeVisible();
  expect(await countPasskeyLogins(member.id)).toBe(0);
  expect(
    await sql(`SELECT "details"->>'reason' AS "reason" FROM "AuditEvent" WHERE "subjectId" = $1`, [member.id]),
  ).toEqual([{ reason: "not signed for us" }]);

  await elsewhere.goto(`${shop.url}/unavailable`);
  await passkeyButton(page).click();
  await page.waitForURL("**/home");
  expect(await countPasskeyLogins(member.id)).toBe(1);
});

test("the request of a passkey login, replayed byte for byte, creates no second session", async ({
  page,
  context,
  member,
  playwright,
}) => {
  await (await plugInAuthenticator(context, page)).holdPasskeyOf(member.id);
  await openLoginWithoutAutofill(page, "/login");
  const sent = page.waitForRequest((request) => "next-action" in request.headers());
  await passkeyButton(page).click();
  const request = await sent;
  // With the cookies of that moment: the login takes the browser's key away.
  const headers = await request.allHeaders();
  expect(headers.cookie).toContain("shop-passkey=");
  await page.waitForURL("**/home");
  expect(await countPasskeyLogins(member.id)).toBe(1);

  const thief = await playwright.request.newContext();
  for (let time = 1; time <= 2; time++) {
    const answer = await thief.post(request.url(), { headers, data: request.postDataBuffer() ?? "", maxRedirects: 0 });
    expect(await answer.text()).toContain(refusal);
    expect(answer.headers()["set-cookie"] ?? "").not.toContain("shop-session=");
  }
  await thief.dispose();
  expect(await countPasskeyLogins(member.id)).toBe(1);
});
