import { AttackContext } from "@/attack/client/attack-context";
import type { Finding } from "@/attack/client/finding";
import type { Inbox } from "@/attack/client/inbox";
import { BudgetSpent, Shop } from "@/attack/client/shop-client";
import { type Attack, attacks } from "./attacks";

/**
 * A whole run stays under these. The shop lets one source ask for 30 codes an hour (lib/limits/policies.ts); a client
 * that may be several sources asks for some more, to see one of them held up and to measure twice what a noise disturbed.
 */
export const budgets = { requests: 1_500, starts: 29, startsForSeveral: 59 };

export type RunOptions = {
  url: URL;
  inbox: Inbox;
  /** Addresses that the inbox receives: `attack-{id}@example.com`. */
  addressPattern: string;
  /** The address of an admin without a passkey, for the attacks on the desks. */
  admin?: string | undefined;
  pauseMs?: number;
  mayForwardFor?: boolean;
  /** Names of attacks; all unless given. */
  only?: string[];
  onAttack?: (name: string) => void;
};

export type NamedFinding = Finding & { attack: string };

export type Run = {
  findings: NamedFinding[];
  /** Attacks that broke off for a reason that is neither the budget nor the shop's refusal. */
  brokenOff: string[];
  requests: number;
  starts: number;
};

/** Runs the attacks one after the other against a running shop, and gives a line for everything that was tried. */
export async function runAttacks(options: RunOptions): Promise<Run> {
  const { url, inbox, addressPattern, pauseMs = 25, mayForwardFor = false, only, admin } = options;
  const shop = new Shop({ url, requestBudget: budgets.requests, pauseMs });
  const context = new AttackContext(
    shop,
    inbox,
    addressPattern,
    mayForwardFor ? budgets.startsForSeveral : budgets.starts,
    admin,
  );
  const run: Run = { findings: [], brokenOff: [], requests: 0, starts: 0 };
  for (const [index, attack] of attacks.entries()) {
    if (only !== undefined && !only.includes(attack.name)) continue;
    options.onAttack?.(attack.name);
    // RFC 5737: addresses that belong to nobody.
    if (mayForwardFor) shop.source = `198.51.100.${index + 1}`;
    await runOne(attack, context, run);
  }
  return { ...run, requests: shop.requestsMade, starts: context.startsMade };
}

async function runOne({ name, run: perform }: Attack, context: AttackContext, run: Run): Promise<void> {
  try {
    for (const finding of await perform(context)) run.findings.push({ ...finding, attack: name });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof BudgetSpent)) run.brokenOff.push(name);
    run.findings.push({
      attack: name,
      asvs: "",
      requirement: "",
      tried: `${name}, which broke off`,
      seen: reason,
      verdict: "not tried",
    });
  }
}
