import { expect, it } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { db } from "@/lib/db/client";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { beginLogin, createUser, inbox, newPerson, visitor } from "@/test/login-parts";
import { findForeignChallenge } from "./expired-challenge";

it("a pending request shows any browser where it was made, the same with and without an account", async () => {
  const { email } = await createUser();
  const known = await findForeignChallenge((await beginLogin(email)).challengeId, "en");
  const unknown = await findForeignChallenge((await beginLogin(newPerson().email)).challengeId, "en");
  expect(known).toEqual({ device: expect.any(String), askedAt: expect.any(Date) });
  expect({ ...unknown, askedAt: null }).toEqual({ ...known, askedAt: null });
});

it("a used, expired, reported or unknown request shows nothing", async () => {
  const { email } = await createUser();
  const used = await beginLogin(email);
  await completeLogin({ challengeId: used.challengeId, code: await inbox.latestCode(email) }, used.browser, visitor);
  const expired = await beginLogin(newPerson().email);
  await db().challenge.update({ where: { id: expired.challengeId }, data: { expiresAt: new Date() } });
  const reported = await beginLogin(newPerson().email);
  await reportNotMe(makeReportToken("challenge", reported.challengeId), visitor);
  const ids = [used, expired, reported].map(({ challengeId }) => challengeId);
  for (const id of [...ids, "x".repeat(22), "", "\0", "../login"]) {
    expect(await findForeignChallenge(id, "en"), id).toBeNull();
  }
});
