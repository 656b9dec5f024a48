import { type Charge, LimitsUnavailable, readUse } from "@/lib/limits/consume";
import { policies } from "@/lib/limits/policies";

/** One of the two daily budgets for sending, as the limits count it: from its first code on, for 24 hours. */
export type SendBudget = {
  used: number;
  limit: number;
  /** From here on everybody must prove work before a code is sent; null where nobody is asked. */
  slowedFrom: number | null;
  /** When the count starts anew; null while nothing was counted. */
  endsAt: Date | null;
};

/** `everybody` is DAILY_SEND_BUDGET for all; `known` is the budget beside it for browsers that have logged in before. */
export type SendBudgets = { everybody: SendBudget; known: SendBudget };

const charges = [
  { policy: "send.all.day", subject: "all" },
  { policy: "send.known.all.day", subject: "all" },
] as const satisfies Charge[];

/** What is used of the budgets that refuse, which is not the number of codes sent on a day; null where the store does not answer. */
export async function readSendBudgets(): Promise<SendBudgets | null> {
  try {
    const [everybody, known] = await readUse([...charges]);
    if (everybody === undefined || known === undefined) throw new Error("The store left out a budget.");
    const slowedFrom = policies["send.all.day"].softLimit;
    return { everybody: { ...everybody, slowedFrom }, known: { ...known, slowedFrom: null } };
  } catch (error) {
    if (error instanceof LimitsUnavailable) return null;
    throw error;
  }
}
