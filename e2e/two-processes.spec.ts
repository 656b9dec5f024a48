import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { addProduct, countSessions, sql } from "./database";
import { askForCode, expect, fromNewAddress, test, wrongCode } from "./fixtures";
import { inbox, shop } from "./running-shop";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

// No second try: an attack that succeeds now and then has succeeded.
test.describe.configure({ retries: 0 });

let second: SecondShop;

test.beforeAll(async () => {
  second = await startSecondShop({});
  await waitUntilUp(second);
});
test.afterAll(() => second.stop());

test("fifty simultaneous wrong codes at two processes reach Twilio at most five times (R6)", async ({
  page,
  member,
}) => {
  await askForCode(page, member.email);
  const code = wrongCode(await inbox.latestCode(member.email));
  await postEverywhere(page, code, 50);
  const checks = (await inbox.journal({ to: member.email })).filter(({ path }) => path.endsWith("/VerificationCheck"));
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.length).toBeLessThanOrEqual(5);
  const [row] = await sql<{ attempts: number }>(`SELECT "attempts" FROM "Challenge" WHERE "address" = $1`, [
    member.email,
  ]);
  expect(row?.attempts).toBe(5);
});

test("twenty simultaneous right codes at two processes create one session and twenty friendly answers (R3)", async ({
  page,
  member,
}) => {
  await askForCode(page, member.email);
  const answers = await postEverywhere(page, await inbox.latestCode(member.email), 20);
  expect(await countSessions(member.email)).toBe(1);
  expect(answers.filter(({ hasSession }) => hasSession)).toHaveLength(1);
  expect(answers.filter(({ status }) => status !== 302)).toEqual([]);
  const refusals = answers
    .filter(({ hasSession }) => !hasSession)
    .map(({ location }) => new URL(location).searchParams.get("code"));
  // Twilio approves one of the five codes that it compares. The other four are told of a wrong one if that takes longer
  // to be written down than they wait for it.
  const late = refusals.filter((code) => code !== "CHALLENGE_FINISHED");
  expect(["CODE_REJECTED", "TOO_MANY_ATTEMPTS"]).toEqual(expect.arrayContaining(late));
  expect(late.length).toBeLessThanOrEqual(4);
});

test("a product that one process changes is on the storefront of the other within a minute", async () => {
  const { id, name } = await addProduct({ isHidden: false });
  const read = async (url: string) => await (await fetch(url, { headers: { "accept-language": "en" } })).text();
  for (const url of [shop.url, second.url]) await expect.poll(() => read(url), { timeout: 60_000 }).toContain(name);
  await sql(`UPDATE "Product" SET "name" = "name" || ' with a lid', "updatedAt" = now() WHERE "id" = $1`, [id]);
  // Nobody asks meanwhile: the first one who does must not get the old page.
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  for (const url of [shop.url, second.url]) expect(await read(url)).toContain(`${name} with a lid`);
  await sql(`DELETE FROM "Product" WHERE "id" = $1`, [id]);
});

/** Posts a code many times at the same moment, half of them to each process, as the browser that asked. */
async function postEverywhere(page: Page, code: string, times: number) {
  const challengeId = page.url().split("/").at(-1) ?? "";
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return await Promise.all(
    Array.from({ length: times }, async (_, index) => {
      const url = index % 2 === 0 ? shop.url : second.url;
      const answer = await fetch(`${url}/api/auth/callback/credentials`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, origin: url, "user-agent": randomBytes(4).toString("hex"), ...fromNewAddress() },
        body: new URLSearchParams({ csrfToken, challengeId, code }),
      });
      return {
        status: answer.status,
        location: answer.headers.get("location") ?? "",
        hasSession: answer.headers.getSetCookie().some((line) => /^shop-session=[^;]/.test(line)),
      };
    }),
  );
}
