import { describe, expect, it } from "vitest";
import { startEmailChange } from "@/lib/auth/profile/change-email";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import {
  asking,
  beginLogin,
  createUser,
  handIn,
  inbox,
  letTimePass,
  logIn,
  makeTrusted,
  newBrowser,
  newPerson,
  visitor,
  wrongCodeFor,
} from "@/test/login-parts";
import { proveNow } from "@/test/passkey-parts";
import { replaceVoidCode } from "./resend-code";

type Request = Awaited<ReturnType<typeof beginLogin>>;

async function guessWrong(email: string, request: Request, times: number) {
  const wrong = await wrongCodeFor(email);
  const answers: unknown[] = [];
  for (let guess = 1; guess <= times; guess++) answers.push(await handIn(wrong, request));
  return answers.map((answer) => (answer as { error?: string }).error);
}

/** Somebody with an account of their own asks to move it to this address. */
async function askToMoveTo(email: string) {
  const { sid, browser } = await logIn((await createUser()).email);
  const session = await findLiveSession(sid);
  if (session === null) throw new Error("The session is not alive.");
  await proveNow(session, "change-email");
  const started = await startEmailChange(session, email, "/account/email", { ...browser, visitor });
  if (!started.ok) throw new Error(started.error);
  await started.value.deliver();
}

async function ownerOnTrustedDevice() {
  const { id, email } = await createUser();
  const browser = newBrowser();
  await makeTrusted(id, browser);
  return { email, request: await beginLogin(email, browser), code: await inbox.latestCode(email) };
}

describe("the code of a trusted device", () => {
  it("works after five wrong guesses in an attacker's request (R8)", async () => {
    const { email, request, code } = await ownerOnTrustedDevice();
    const stranger = await beginLogin(email);
    await guessWrong(email, stranger, 5);
    expect(await handIn(code, request)).toMatchObject({ ok: true });
  });

  it("works after an attacker has requested an email change to the address (R8)", async () => {
    const { email, request, code } = await ownerOnTrustedDevice();
    await askToMoveTo(email);
    expect(await handIn(code, request)).toMatchObject({ ok: true });
  });

  it("is not the code of an attacker's request", async () => {
    const { email, request, code } = await ownerOnTrustedDevice();
    await beginLogin(email);
    expect(await inbox.latestCode(email)).not.toBe(code);
    expect(await handIn(await inbox.latestCode(email), request)).toMatchObject({ error: "CODE_REJECTED" });
  });
});

describe("the code of a new browser", () => {
  it("is replaced by a valid one after an attacker's wrong guesses (R8)", async () => {
    const { email } = await createUser();
    const owner = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await guessWrong(email, await beginLogin(email), 5);
    expect(await handIn(code, owner)).toEqual({ ok: false, error: "CODE_VOID" });
    await replace(owner);
    expect(await handIn(await inbox.latestCode(email), owner)).toMatchObject({ ok: true });
  });

  it("is replaced by a valid one after an attacker's email change", async () => {
    const { email } = await createUser();
    const owner = await beginLogin(email);
    const code = await inbox.latestCode(email);
    await askToMoveTo(email);
    expect(await handIn(code, owner)).toEqual({ ok: false, error: "CODE_VOID" });
    await replace(owner);
    expect(await handIn(await inbox.latestCode(email), owner)).toMatchObject({ ok: true });
  });

  it("is not replaced after guesses in its own request, and at most five messages are sent", async () => {
    const { email } = await createUser();
    const owner = await beginLogin(email);
    await guessWrong(email, owner, 4);
    expect(await replaceVoidCode(owner.challengeId, asking(owner.browser))).toBeNull();
    await db().challenge.update({ where: { id: owner.challengeId }, data: { sends: 5 } });
    await guessWrong(email, await beginLogin(email), 5);
    const spent = await replaceVoidCode(owner.challengeId, asking(owner.browser));
    expect(spent).toEqual({ ok: false, error: "RESENDS_SPENT" });
  });

  it("gets the same answer with and without an account (R8)", async () => {
    const answersFor = async (email: string) => {
      const owner = await beginLogin(email);
      const stranger = await beginLogin(email);
      const guessed = await guessWrong(email, stranger, 4);
      const ofOwner = await guessWrong(email, owner, 2);
      const replaced = await replaceVoidCode(owner.challengeId, asking(owner.browser));
      return { guessed, ofOwner, isReplaced: replaced?.ok };
    };
    const ofMember = await answersFor((await createUser()).email);
    expect(ofMember.ofOwner).toEqual(["CODE_REJECTED", "CODE_VOID"]);
    expect(ofMember.isReplaced).toBe(true);
    expect(await answersFor(newPerson().email)).toEqual(ofMember);
  });
});

async function replace({ challengeId, browser }: Request) {
  const replaced = await replaceVoidCode(challengeId, asking(browser));
  if (!replaced?.ok) throw new Error("No new code was sent.");
  await replaced.value.deliver();
  await letTimePass(challengeId);
}
