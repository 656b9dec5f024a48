import { type CodeRequest, enterCode } from "@/attack/client/code-request";
import { readTexts } from "@/attack/client/html-form";
import { givesSession } from "@/attack/client/shop-client";
import { newShopper } from "@/bench/harness/bench-shopper";
import type { FaultOrder } from "@/emulator/state/fault-rule";
import { ageChallenges, countSessions, type Person, sql } from "./database";
import { expect, test } from "./fixtures";
import { inbox, shop } from "./running-shop";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";
import { askForCodeWithoutBrowser } from "./without-browser";

type Row = {
  what: string;
  action: FaultOrder["action"];
  /** Twilio's code that the operator must read, if the answer had one. */
  code?: number;
  /** The answer speaks of this address alone: nobody else is told of it. */
  isAboutAddress?: boolean;
  /** What a wrong-code answer at the check is for the shopper. */
  rejectsCode?: boolean;
  /** Whether the code may have been compared, so that the attempt stays counted. */
  mayHaveCompared?: boolean;
};

const coded = (code: number, rest: Partial<Row> = {}): Row => ({
  what: `error ${code}`,
  action: { code },
  code,
  ...rest,
});
const aboutAddress = { isAboutAddress: true, rejectsCode: true };

// The error table of Twilio Verify, and every way in which a connection can fail.
const rows: Row[] = [
  coded(20001),
  coded(20003),
  coded(20004),
  coded(20404, { rejectsCode: true }),
  coded(20429),
  coded(20500),
  coded(20503),
  coded(60200, aboutAddress),
  coded(60202, aboutAddress),
  coded(60203, aboutAddress),
  coded(60204),
  coded(60205, aboutAddress),
  coded(60206),
  coded(60207),
  coded(60208),
  coded(60209),
  coded(60210),
  coded(60211),
  coded(60212, aboutAddress),
  coded(60215),
  coded(60216),
  coded(60217),
  coded(60218),
  coded(60219),
  coded(60221),
  coded(60222),
  coded(60223),
  coded(60251),
  coded(60252),
  coded(60253),
  coded(60408),
  coded(60410, aboutAddress),
  coded(60603),
  coded(60604),
  coded(60605, aboutAddress),
  { what: "a problem body (RFC 9457)", action: { code: 20503, body: "problem" }, code: 20503 },
  { what: "503 in HTML", action: { status: 503, body: "html" } },
  { what: "502 without a body", action: { status: 502, body: "empty" } },
  {
    what: "a redirect",
    action: { status: 302, headers: { location: "http://127.0.0.1:1/" }, body: "empty" },
    mayHaveCompared: true,
  },
  { what: "200 in HTML", action: { status: 200, body: "html" }, mayHaveCompared: true },
  { what: "200 without a body", action: { status: 200, body: "empty" }, mayHaveCompared: true },
  { what: "broken JSON", action: { status: 200, body: "malformed-json" }, mayHaveCompared: true },
  { what: "a connection dropped before", action: { drop: "before" }, mayHaveCompared: true },
  { what: "a body that never ends", action: { status: 200, body: "slow" }, mayHaveCompared: true },
  // Cut off in the end: what took effect so late would spend the code that a later try gets in with.
  { what: "silence", action: { delayMs: 9_000, drop: "before" }, mayHaveCompared: true },
];

const lateText = "Codes are delayed at the moment.";
const uncheckedText = "We could not check your code just now.";
const wrongText = "That code is wrong or has expired.";

test.describe.configure({ mode: "serial" });

let own: SecondShop;
test.beforeAll(async () => {
  own = await startSecondShop({});
  await waitUntilUp(own);
});
test.afterAll(() => own.stop());
test.beforeEach(() => healed());

for (const row of rows) {
  test(`start, resend and check of a code survive ${row.what}`, async ({ member }) => {
    const request = await test.step("at the start", async () => {
      const fault = await breakTwilio(row, "/Verifications$", member);
      const started = await watchLog(row, member, async () => {
        const request = await askForCode(own.url, member.email);
        await expectMet(fault);
        return request;
      });
      expect((await readPage(started)).includes(lateText)).toBe(row.isAboutAddress !== true);
      await expectNothingGained(member, 0);
      return started;
    });

    const code = await test.step("a later try brings a code", async () => {
      await healed();
      await askAgain(request);
      return await inbox.latestCode(member.email);
    });

    await test.step("at a resend", async () => {
      const fault = await breakTwilio(row, "/Verifications$", member);
      await watchLog(row, member, async () => {
        await askAgain(request);
        await expectMet(fault);
      });
      await expectNothingGained(member, 0);
      await healed();
    });

    // What Twilio calls spent was cancelled to make room for another, so here one more try is due.
    if (row.code === 60202) {
      // It is the fourth message to one address; as if the ten minutes had gone by in which that asks for a proof.
      await sql(`DELETE FROM "RateLimit" WHERE "policy" = 'send.address.short'`);
      await askAgain(request);
    }
    const validCode = row.code === 60202 ? await inbox.latestCode(member.email) : code;

    await test.step("at the check", async () => {
      await breakTwilio(row, "/VerificationCheck$", member);
      const startedAt = Date.now();
      await watchLog(row, member, async () => {
        expect(await submitCode(request, validCode)).toContain(row.rejectsCode ? wrongText : uncheckedText);
      });
      // The shop gives Twilio five seconds, and the emulator's silence lasts nine.
      expect(Date.now() - startedAt).toBeLessThan(8_500);
      await expectNothingGained(member, row.rejectsCode || row.mayHaveCompared ? 1 : 0);
    });

    await test.step("a later try gets in", async () => {
      await healed();
      await getIn(request, validCode);
    });
  });
}

test("a response lost after Twilio's approval leaves no session, and a new code works (R42)", async ({ member }) => {
  const request = await askForCode(own.url, member.email);
  const code = await inbox.latestCode(member.email);
  await inbox.addFault({
    match: { path: "/VerificationCheck$", to: member.email, times: 1 },
    action: { drop: "after" },
  });
  expect(await submitCode(request, code)).toContain(uncheckedText);
  expect(await countSessions(member.email)).toBe(0);
  expect(await submitCode(request, code)).toContain(wrongText);
  await askAgain(request);
  await getIn(request, await inbox.latestCode(member.email));
});

test("a response lost after Twilio's sending leaves a code that works after the next try", async ({ member }) => {
  await inbox.addFault({ match: { path: "/Verifications$", to: member.email, times: 1 }, action: { drop: "after" } });
  const request = await askForCode(own.url, member.email);
  const code = await inbox.latestCode(member.email);
  await askAgain(request);
  await expect.poll(async () => (await inbox.messages({ to: member.email })).length).toBe(2);
  await getIn(request, code);
});

test("a circuit breaker opened in one instance also protects the other, and closes by itself", async ({ member }) => {
  await inbox.addFault({ match: { path: "^/v2/", to: member.email }, action: { delayMs: 7_000 } });
  await sql(
    `INSERT INTO "ProviderHealth" ("provider", "consecutiveFailures", "lastFailureAt") VALUES ('twilio', 5, now())`,
  );
  // For this time an instance believes that all is well, whatever another has noticed.
  await new Promise((resolve) => setTimeout(resolve, 10_100));
  // Fifteen seconds from here on nobody tries Twilio.
  await sql(`UPDATE "ProviderHealth" SET "lastFailureAt" = now()`);
  for (const url of [own.url, shop.url]) {
    const request = await askForCode(url, member.email);
    expect(await readPage(request)).toContain(lateText);
    const startedAt = Date.now();
    expect(await submitCode(request, "123456")).toContain(uncheckedText);
    expect(Date.now() - startedAt).toBeLessThan(3_000);
  }
  expect((await inbox.journal({ to: member.email })).filter(({ path }) => path.startsWith("/v2/"))).toEqual([]);

  await inbox.clearFaults();
  await sql(`UPDATE "ProviderHealth" SET "lastFailureAt" = now() - interval '16 seconds'`);
  const request = await askForCode(shop.url, member.email);
  await getIn(request, await inbox.latestCode(member.email));
  const [health] = await sql(`SELECT "consecutiveFailures" FROM "ProviderHealth" WHERE "provider" = 'twilio'`);
  expect(health).toEqual({ consecutiveFailures: 0 });
});

async function healed() {
  await inbox.clearFaults();
  await sql(`DELETE FROM "ProviderHealth"`);
}

async function breakTwilio(row: Row, path: string, member: Person) {
  return await inbox.addFault({ match: { path, to: member.email }, action: row.action });
}

/** Runs a step, and holds what the operator could read meanwhile to what must and must not be in it. */
async function watchLog<Value>(row: Row, member: Person, step: () => Promise<Value>): Promise<Value> {
  const before = own.output().length;
  const value = await step();
  await expect.poll(() => own.output().slice(before)).toContain("twilio_verify_failed");
  const told = own.output().slice(before);
  if (row.code) expect(told).toContain(`"twilioCode":${row.code}`);
  if (row.code) expect(told).toMatch(/"requestId":"RQ[0-9a-f]{32}"/);
  for (const secret of [member.email, process.env.TWILIO_AUTH_TOKEN ?? "-", "Basic ", "Authorization"]) {
    expect(told).not.toContain(secret);
  }
  return value;
}

/** Waits until the fault was met: sending happens after the response. */
async function expectMet(fault: { id: string }) {
  await expect
    .poll(async () => (await inbox.journal()).some((request) => request.faultId === fault.id), { timeout: 15_000 })
    .toBe(true);
}

async function expectNothingGained(member: Person, attempts: number) {
  expect(await countSessions(member.email)).toBe(0);
  const [challenge] = await sql(`SELECT "attempts", "provenAt", "consumedAt" FROM "Challenge" WHERE "address" = $1`, [
    member.email,
  ]);
  expect(challenge).toEqual({ attempts, provenAt: null, consumedAt: null });
}

function askForCode(url: string, email: string): Promise<CodeRequest> {
  return askForCodeWithoutBrowser(email, newShopper(url));
}

async function readPage({ browser, page }: CodeRequest): Promise<string> {
  return readTexts((await browser.get(page)).body).join(" ");
}

async function askAgain({ browser, page, address }: CodeRequest) {
  // As long as the longest wait that comes up here.
  await ageChallenges(address, 61);
  const answer = await browser.submit(await browser.openForm(page, "Send a new code"), {});
  expect(readTexts(answer.body).join(" ")).toContain("We are sending the code again.");
}

async function submitCode(request: CodeRequest, code: string): Promise<string> {
  return readTexts((await enterCode(request, code)).body).join(" ");
}

async function getIn(request: CodeRequest, code: string) {
  const answer = await enterCode(request, code);
  expect([answer.location, givesSession(answer)]).toEqual(["/home", true]);
  expect(await countSessions(request.address)).toBe(1);
}
