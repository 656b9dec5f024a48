import { setTimeout as sleep } from "node:timers/promises";
import type { AttackContext } from "@/attack/client/attack-context";
import { type CodeRequest, enterCode, openCodeForm } from "@/attack/client/code-request";
import { type Finding, judge, notTried } from "@/attack/client/finding";

/** Each sample is a mail to somebody, so there are few. bench/ takes 200, against a shop of its own (R14). */
const pairs = 3;
/** What so few samples over a network can tell apart, in milliseconds. Waiting for a provider takes longer. */
const toleranceMs = 100;
/** Starts that a second round needs, an account or two included, and those that the attacks after this one need. */
const startsForAnother = 2 * pairs + 2 + 15;
/** Until a code request is so old the shop holds every answer back, in milliseconds. */
const delayedMs = 2_500;

type Pairs = { known: CodeRequest[]; unknown: CodeRequest[] };
type Round = { finding: Finding; requests: Pairs };

/**
 * Compares how long the shop takes for known and unknown addresses, asked in turns. What does not pass is measured once
 * more: a busy machine slows a few answers down, and not the same side's again; what one side does more stays slow.
 */
export async function attackTiming(context: AttackContext): Promise<Finding[]> {
  let login = await timeStarts(context);
  if (login.finding.verdict !== "pass" && context.startsLeft >= startsForAnother) login = await timeStarts(context);
  await sleep(delayedMs);
  let wrongCode = await timeWrongCodes(login.requests);
  if (wrongCode.verdict !== "pass") wrongCode = await timeWrongCodes(login.requests);
  for (const request of login.requests.known) context.leavePending(request);
  return [login.finding, wrongCode];
}

async function timeStarts(context: AttackContext): Promise<Round> {
  const requests: Pairs = { known: [], unknown: [] };
  for (let pair = 0; pair < pairs; pair++) {
    const askKnown = async () => requests.known.push(await context.startLogin(await context.knownAddress()));
    const askUnknown = async () => requests.unknown.push(await context.startLogin(context.newAddress()));
    // Turned round each time, so that being second favours nobody.
    for (const ask of pair % 2 === 0 ? [askKnown, askUnknown] : [askUnknown, askKnown]) await ask();
  }
  const [known, unknown] = [requests.known, requests.unknown].map((side) =>
    side.map((request) => request.started.milliseconds),
  );
  return { requests, finding: compareMedians("login", known ?? [], unknown ?? []) };
}

async function timeWrongCodes({ known, unknown }: Pairs): Promise<Finding> {
  const checked: number[][] = [[], []];
  for (let pair = 0; pair < pairs; pair++) {
    for (const [side, requests] of [known, unknown].entries()) {
      const request = requests[pair];
      if (request) checked[side]?.push(await timeWrongCode(request));
    }
  }
  return compareMedians("a wrong code", checked[0] ?? [], checked[1] ?? []);
}

async function timeWrongCode(request: CodeRequest): Promise<number> {
  const form = await openCodeForm(request);
  // Six zeros are a code as good as any; one in a million of these samples would be a login.
  return (await enterCode(request, "000000", { form })).milliseconds;
}

function compareMedians(what: string, known: number[], unknown: number[]): Finding {
  const subject = {
    asvs: "6.3.8",
    requirement: "R14",
    tried: `how long ${what} takes: ${pairs} known and ${pairs} unknown addresses in turns`,
  };
  const [fastestKnown, fastestUnknown] = [Math.min(...known), Math.min(...unknown)];
  const seen = `medians ${median(known).toFixed(0)} and ${median(unknown).toFixed(0)} ms, fastest ${fastestKnown.toFixed(0)} and ${fastestUnknown.toFixed(0)} ms`;
  const isMedianSame = Math.abs(median(known) - median(unknown)) <= toleranceMs;
  // A busy line slows some answers down; work that only one side does slows all of them.
  const isFastestSame = Math.abs(fastestKnown - fastestUnknown) <= toleranceMs;
  if (isMedianSame || isFastestSame) {
    return judge(subject, [], `${seen}; less than ${toleranceMs} ms cannot be seen with ${pairs} samples`);
  }
  const areApart = fastestKnown > Math.max(...unknown) || fastestUnknown > Math.max(...known);
  if (!areApart) return notTried(subject, `${seen}, but the samples overlap: the line is too noisy to tell`);
  return judge(subject, [`${seen}, and no sample of one side lies among the other's`], "");
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
