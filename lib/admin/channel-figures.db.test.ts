import { afterEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { beginRegistration, createUser, handIn, inbox, logIn, newPerson, wrongCode } from "@/test/login-parts";
import { beginPhoneLogin, createPhoneOwner } from "@/test/phone-parts";
import { countEventsByDay, type DayCounts } from "./count-events-by-day";
import { channelFigures, compareWithTwilio } from "./overview-figures";

afterEach(async () => {
  await inbox.clearFaults();
});

const dayOf = (index: number, byChannel: DayCounts["byChannel"]): DayCounts => ({
  day: new Date(Date.UTC(2026, 0, 1 + index)),
  counts: {},
  byChannel,
});

/** The figures from this day on: midnight may come while a test runs. */
function countFromToday() {
  const dayOf = (date: Date) => Math.floor(date.getTime() / 86_400_000);
  const first = dayOf(new Date());
  return async () => {
    const now = new Date();
    return channelFigures(await countEventsByDay(1 + dayOf(now) - first, now));
  };
}

it("counts each channel separately, and always shows email", () => {
  const days = [
    dayOf(0, { SMS: { code_sent: 4, login_succeeded: 1, code_rejected: 2 } }),
    dayOf(1, { SMS: { code_sent: 1, user_registered: 1, step_up_proven: 1, code_not_sent: 3 } }),
  ];
  expect(channelFigures(days)).toEqual([
    { channel: "EMAIL", sent: 0, used: 0, notSent: 0, wrong: 0 },
    { channel: "SMS", sent: 5, used: 3, notSent: 3, wrong: 2 },
  ]);
});

it("a code that was sent, mistyped and used is counted for its channel", async () => {
  const figures = countFromToday();
  const today = async () => (await figures())[0];
  const before = await today();
  await logIn((await createUser()).email);
  await beginRegistration(newPerson());
  const after = await today();
  expect(after).toMatchObject({ channel: "EMAIL", sent: (before?.sent ?? 0) + 2, used: (before?.used ?? 0) + 1 });
});

it("a code by phone is counted for its channel: sent, mistaken, used, or not sent", async () => {
  const figures = countFromToday();
  const today = async () => (await figures()).find(({ channel }) => channel === "WHATSAPP");
  const before = (await today()) ?? { sent: 0, used: 0, notSent: 0, wrong: 0 };
  const [owner, blocked] = [await createPhoneOwner(), await createPhoneOwner()];
  const login = await beginPhoneLogin(owner.email, "whatsapp");
  await db().challenge.update({ where: { id: login.challengeId }, data: { phoneSentAt: new Date() } });
  const code = await inbox.latestCode(owner.phone);
  await handIn(wrongCode(code), login);
  await handIn(code, login);
  await inbox.addFault({ match: { to: blocked.phone, path: "/Verifications$" }, action: { code: 60410 } });
  await beginPhoneLogin(blocked.email, "whatsapp");
  const { sent, used, notSent, wrong } = before;
  expect(await today()).toEqual({
    channel: "WHATSAPP",
    sent: sent + 1,
    used: used + 1,
    notSent: notSent + 1,
    wrong: wrong + 1,
  });
});

it("asks Twilio about at most thirty days, and works without an answer", async () => {
  await inbox.addFault({ match: { path: "/Attempts/Summary$" }, action: { code: 20500 } });
  const days = Array.from({ length: 90 }, (_, index) => dayOf(index, { EMAIL: { code_sent: 1 } }));
  const { comparedDays, comparisons } = await compareWithTwilio(days);
  expect(comparedDays).toBe(30);
  expect(comparisons).toEqual([
    { channel: "EMAIL", ours: { channel: "EMAIL", sent: 30, used: 0, notSent: 0, wrong: 0 }, twilio: null },
  ]);
});
