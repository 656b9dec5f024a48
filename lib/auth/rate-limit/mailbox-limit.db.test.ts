import { expect, it } from "vitest";
import { startLogin } from "@/lib/auth/login/start-login";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { consume, forget } from "@/lib/limits/consume";
import { asking, beginLogin, createUser, makeTrusted, newBrowser, newIp, newPerson, visitor } from "@/test/login-parts";
import { stepUpCharges } from "./charges";

it("twelve tagged addresses of one mailbox get eight mails in ten minutes, not twelve (R11)", async () => {
  const { username } = newPerson();
  const outcomes = await startEach(Array.from({ length: 12 }, (_, tag) => `${username}+${tag}@example.com`));
  expect(outcomes).toEqual([...Array(8).fill("started"), ...Array(4).fill("limited")]);
});

it("dots do not make another mailbox at Gmail, but do elsewhere", async () => {
  const { username } = newPerson();
  const dotted = (domain: string) =>
    Array.from({ length: 12 }, (_, at) => `${username.slice(0, at + 1)}.${username.slice(at + 1)}@${domain}`);
  const gmail = [...dotted("gmail.com").slice(0, 5), ...dotted("googlemail.com").slice(5)];
  expect(await startEach(gmail)).toEqual([...Array(8).fill("started"), ...Array(4).fill("limited")]);
  expect(await startEach(dotted("example.com"))).toEqual(Array(12).fill("started"));
});

it("one source cannot send eleven mails an hour to one mailbox with tagged addresses", async () => {
  const { username } = newPerson();
  const ip = newIp();
  const outcomes: unknown[] = [];
  for (let tag = 1; tag <= 11; tag++) {
    const email = `${username}+${tag}@example.com`;
    outcomes.push(await start(email, ip));
    await forget([{ policy: "send.mailbox.short", subject: `${username}@example.com` }]);
  }
  expect(outcomes).toEqual([...Array(10).fill("started"), "limited"]);
});

it("re-authentications of all accounts of one mailbox are counted together, separately from other people's requests (R11)", async () => {
  const { username } = newPerson();
  const mailbox = (tag: number) => `${username}+${tag}@example.com`;
  let sent = 0;
  for (let tag = 1; tag <= 5; tag++) {
    for (let time = 1; time <= 10; time++) {
      const charges = stepUpCharges(null, `${username} ${tag}`, "", mailbox(tag)).filter(
        ({ policy }) => policy !== "send.stepup.short",
      );
      if ((await consume(charges)).isAllowed) sent += 1;
    }
  }
  expect(sent).toBe(40);
  // A stranger's start is not refused by it.
  expect(await start(mailbox(6), newIp())).toBe("started");
});

it("a trusted device still gets codes after attackers used up a mailbox's limit", async () => {
  const { username, phone } = newPerson();
  const user = await createUser({ username, email: `${username}+shop@example.com`, phone });
  const shopper = newBrowser();
  await makeTrusted(user.id, shopper);
  await startEach(Array.from({ length: 12 }, (_, tag) => `${username}+${tag}@example.com`));
  await expect(beginLogin(user.email)).rejects.toThrow(TooManyRequests);
  expect(await beginLogin(user.email, shopper)).toMatchObject({ challengeId: expect.any(String) });
});

/** Starts a login at each address, each from a network of its own. */
async function startEach(emails: string[]) {
  const outcomes: string[] = [];
  for (const email of emails) outcomes.push(await start(email, newIp()));
  return outcomes;
}

async function start(email: string, ip: string) {
  const browser = asking(newBrowser(), { visitor: { ...visitor, ip } });
  return await startLogin({ email, returnTo: null }, browser).then(
    () => "started",
    (error) => {
      if (error instanceof TooManyRequests) return "limited";
      throw error;
    },
  );
}
