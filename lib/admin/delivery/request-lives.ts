import { db } from "@/lib/db/client";
import type { Challenge, MailEvent } from "@/lib/db/generated/client";
import type { Purpose } from "@/lib/db/generated/enums";

/** A request for a code, from asking to its end. */
export type RequestLife = {
  purpose: Purpose;
  createdAt: Date;
  userAgent: string | null;
  state: RequestState;
  /** In the order of a login. */
  steps: LifeStep[];
};

export type RequestState = "USED" | "REPORTED" | "REFUSED_MAIL" | "OPEN" | "EXPIRED";

const sendOutcomes = [
  "code_sent",
  "no_account_notified",
  "codes_off_notified",
  "ADDRESS_REFUSED",
  "PROVIDER_UNAVAILABLE",
  "MAIL_NOT_SENT",
] as const;

const mailKinds = ["processed", "deferred", "delivered", "bounce", "dropped", "spamreport"] as const;

export type MailStep = { step: (typeof mailKinds)[number]; at: Date; reason: string | null; reply: string | null };

export type LifeStep =
  | { step: "asked" | (typeof sendOutcomes)[number] | "rightCode" | "used" | "reported" | "expired"; at: Date }
  | { step: "askedAgain" | "wrongCodes"; count: number }
  | MailStep;

const shownRequests = 10;
const shownEvents = 200;

/** The newest requests to an address, from any browser, newest first. */
export async function readRequestLives(address: string, now = new Date()): Promise<RequestLife[]> {
  const requests = await db().challenge.findMany({
    where: { address },
    orderBy: { createdAt: "desc" },
    take: shownRequests,
  });
  const stepsOf = await readMailSteps(requests.map(({ id }) => id));
  return requests.map((request) => ({
    purpose: request.purpose,
    createdAt: request.createdAt,
    userAgent: request.userAgent,
    state: stateOf(request, now),
    steps: [...begin(request), ...stepsOf(request.id), ...end(request, now)],
  }));
}

/** What SendGrid told of the mails of these requests, or of these mails of the outbox, oldest first. */
export async function readMailSteps(subjectIds: string[]): Promise<(id: string) => MailStep[]> {
  const events = await db().mailEvent.findMany({
    where: { subjectId: { in: subjectIds } },
    orderBy: { receivedAt: "desc" },
    take: shownEvents,
  });
  const rank = ({ step }: MailStep) => mailKinds.indexOf(step);
  return (id) =>
    events
      .filter(({ subjectId }) => subjectId === id)
      .flatMap(toMailStep)
      // SendGrid's seconds are whole.
      .sort((one, other) => one.at.getTime() - other.at.getTime() || rank(one) - rank(other));
}

function toMailStep({ kind, at, receivedAt, reason, reply }: MailEvent): MailStep[] {
  const step = mailKinds.find((known) => known === kind);
  return step === undefined ? [] : [{ step, at: at ?? receivedAt, reason, reply }];
}

function begin({ createdAt, sends, sendOutcome, sendOutcomeAt }: Challenge): LifeStep[] {
  const outcome = sendOutcomes.find((known) => known === sendOutcome);
  return [
    { step: "asked", at: createdAt },
    ...(sends > 1 ? [{ step: "askedAgain", count: sends - 1 } as const] : []),
    ...(outcome !== undefined && sendOutcomeAt !== null ? [{ step: outcome, at: sendOutcomeAt }] : []),
  ];
}

function end({ attempts, provenAt, consumedAt, reportedAt, expiresAt }: Challenge, now: Date): LifeStep[] {
  const wrong = provenAt === null ? attempts : attempts - 1;
  return [
    ...(wrong > 0 ? [{ step: "wrongCodes", count: wrong } as const] : []),
    ...(provenAt ? [{ step: "rightCode", at: provenAt } as const] : []),
    ...(consumedAt ? [{ step: "used", at: consumedAt } as const] : []),
    ...(reportedAt ? [{ step: "reported", at: reportedAt } as const] : []),
    ...(!consumedAt && !reportedAt && expiresAt <= now ? [{ step: "expired", at: expiresAt } as const] : []),
  ];
}

function stateOf({ reportedAt, consumedAt, refusedAt, expiresAt }: Challenge, now: Date): RequestState {
  if (reportedAt) return "REPORTED";
  if (consumedAt) return "USED";
  if (refusedAt) return "REFUSED_MAIL";
  return expiresAt > now ? "OPEN" : "EXPIRED";
}
