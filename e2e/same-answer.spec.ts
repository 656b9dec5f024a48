import { type CodeRequest, enterCode, sendStart } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { whileCodesAreOnTime } from "./codes-on-time";
import { addPhoneOwner, addUser, addUserPendingDeletion, ageChallenges, moveUser, sql } from "./database";
import { expect, newPerson, test } from "./fixtures";
import { askForCodeWithoutBrowser, comparable, expectText, newVisitor, outside, sendForm } from "./without-browser";

const wrongText = "That code is wrong or has expired.";

test("known, unknown and disabled addresses and those with a pending deletion see byte-for-byte the same pages (R13)", async () => {
  const seen = await whileCodesAreOnTime(async () => {
    const known = newPerson();
    const disabled = newPerson();
    const unknown = newPerson();
    await addUser(known);
    await addUser(disabled);
    await sql(`UPDATE "User" SET "disabledAt" = now() WHERE "email" = $1`, [disabled.email]);

    const leaving = newPerson();
    await addUserPendingDeletion(leaving);

    // Kept for the account that had it until a moment ago.
    const left = newPerson();
    await moveUser(await addUser(left), newPerson().email);

    const seen = [];
    for (const { email } of [known, unknown, disabled, leaving, left]) {
      const request = await askForCodeWithoutBrowser(email);
      const codePage = neutral(await request.browser.get(request.page), request);
      const refusal = await enterCode(request, "000000");
      expectText(refusal, wrongText);
      seen.push({ started: outside(request.started), codePage, refusal: neutral(refusal, request) });
    }
    return seen;
  });
  for (const each of seen) expect(each).toEqual(seen[0]);
});

test("registering a known or unknown address, or one with a pending deletion, shows the same page until the code is right (R13)", async () => {
  const seen = await whileCodesAreOnTime(async () => {
    const known = newPerson();
    const leaving = newPerson();
    const left = newPerson();
    await addUser(known);
    await addUserPendingDeletion(leaving);
    await moveUser(await addUser(left), newPerson().email);

    const seen = [];
    for (const { email } of [known, newPerson(), leaving, left]) {
      const visitor = newVisitor();
      const button = "Create account";
      const form = await visitor.openForm("/register", button);
      const request = await sendStart(visitor, form, { ...newPerson(), email }, { button, askedAt: null });
      const codePage = neutral(await visitor.get(request.page), request);
      const refusal = await enterCode(request, "000000");
      expectText(refusal, wrongText);
      seen.push({ started: outside(request.started), codePage, refusal: neutral(refusal, request) });
    }
    return seen;
  });
  for (const each of seen) expect(each).toEqual(seen[0]);
});

test("asking for a code by phone shows byte-for-byte the same page, whether or not there is a phone (R20)", async () => {
  const seen = await whileCodesAreOnTime(async () => {
    const withoutPhone = newPerson();
    await addUser(withoutPhone);
    const owner = await addPhoneOwner(newPerson());
    const admin = await addPhoneOwner(newPerson(), "ADMIN");

    const seen = [];
    for (const { email } of [newPerson(), withoutPhone, owner, admin]) {
      const request = await askForCodeWithoutBrowser(email);
      await ageChallenges(email, 91);
      const codePage = await request.browser.get(request.page);
      const asked = await sendForm(request.browser, codePage, "Text me a code", { channel: "sms" });
      expectText(asked, "we are texting a code to it");
      await ageChallenges(email, 2);
      const refusal = await enterCode(request, "000000");
      expectText(refusal, wrongText);
      seen.push([codePage, asked, refusal].map((page) => neutral(page, request)));
    }
    return seen;
  });
  for (const each of seen) expect(each).toEqual(seen[2]);
});

/** A page without the challenge's id, the masked address and the seconds of the countdown. */
function neutral(page: Answer, { address, challengeId }: CodeRequest) {
  const masked = `${address.slice(0, 1)}•••${address.split("@")[0]?.at(-1)}@example.com`;
  const html = comparable(page.body, { ID: challengeId, MASKED: masked });
  return { ...outside(page), html: html.replace(/(resendInSeconds(?:\\?"|&quot;):)\d+/g, "$1N") };
}
