import { setTimeout as sleep } from "node:timers/promises";
import { enterCode, sendStart } from "@/attack/client/code-request";
import { addMembers } from "@/bench/harness/add-members";
import { askForCode, newShopper, sleepUntilComparable } from "@/bench/harness/bench-shopper";
import type { Measure } from "@/bench/harness/load";

const samples = 200;
/** R14: medians of known and unknown addresses lie within 10 ms. */
const withinMs = 10;

type Times = Record<"login" | "wrong code" | "registration", number[]>;

/** Whether the time of an answer tells if an address has an account: 200 samples a side, in turns. */
export const answerTimes: Measure = async ({ shop }) => {
  const url = shop.APP_URL ?? "";
  await addMembers(shop.DATABASE_URL ?? "", 10_000);
  const known: Times = { login: [], "wrong code": [], registration: [] };
  const unknown: Times = { login: [], "wrong code": [], registration: [] };
  // A wrong code has to wait its two seconds, so several pairs are under way; within a pair the order changes.
  await inBatches(samples, 4, async (number) => {
    const sides = [
      () => ask(url, `member${5_000 + number}@bench.example`, number, known),
      () => ask(url, `nobody${5_000 + number}@bench.example`, number, unknown),
    ];
    for (const side of number % 2 === 0 ? sides : sides.reverse()) await side();
  });
  const lines = [`Medians of ${samples} answers for addresses with and without an account, in milliseconds.`];
  for (const act of ["login", "registration", "wrong code"] as const) {
    const [withAccount, without] = [median(known[act]), median(unknown[act])];
    const apart = Math.abs(withAccount - without);
    if (apart > withinMs) process.exitCode = 1;
    const verdict = apart <= withinMs ? `within ${withinMs}, as asked` : `MORE THAN ${withinMs} APART`;
    lines.push(
      `${act.padEnd(14)} ${withAccount.toFixed(1).padStart(7)} ${without.toFixed(1).padStart(7)}   ${apart.toFixed(1)} apart, ${verdict}`,
    );
  }
  return lines;
};

async function ask(url: string, email: string, number: number, times: Times): Promise<void> {
  const browser = newShopper(url);
  const { request, form } = await askForCode(browser, email);
  times.login.push(request.started.milliseconds);
  // A little more, so that no sample holds a rest of the server's own wait.
  await sleepUntilComparable(request);
  await sleep(100);
  times["wrong code"].push((await enterCode(request, "000000", { form })).milliseconds);

  const create = "Create account";
  const person = { username: `t${number}${Math.random().toString(36).slice(2, 10)}`, email, phone: "+14155552671" };
  const registration = await sendStart(browser, await browser.openForm("/register", create), person, {
    button: create,
    askedAt: null,
  });
  times.registration.push(registration.started.milliseconds);
}

async function inBatches(count: number, size: number, work: (number: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += size) {
    await Promise.all(Array.from({ length: Math.min(size, count - from) }, (_, offset) => work(from + offset)));
  }
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
