import type { AttackContext } from "@/attack/client/attack-context";
import { StartRefused } from "@/attack/client/code-request";
import { type Finding, judge, notTried } from "@/attack/client/finding";
import type { Headers } from "@/attack/client/shop-client";

/** Above so many starts in ten minutes a source must prove itself or wait (lib/limits: send.source.short, soft). */
const softLimit = 5;
const limited = {
  asvs: "2.4.1",
  requirement: "R17, R19",
  tried: `more than ${softLimit} starts from one source within ten minutes, without a proof`,
};
const forged = {
  asvs: "4.1.3",
  requirement: "R18",
  tried: "when this source is held up: the same start with forged X-Forwarded-For and its kin",
};

/** Starts until this client is held up, then claims to be somebody else. */
export async function attackWithForgedSource(context: AttackContext): Promise<Finding[]> {
  const refusal = await holdUp(context);
  if (refusal !== null) return [judge(limited, [], refusal), await forgeSource(context)];
  const starts = `${context.startsMade} starts, ${softLimit + 1} of them from here alone, and none was held up`;
  // Only a shop that is told an address can hold up one client and not all.
  if (context.shop.source !== null) return [judge(limited, [starts], ""), notTried(forged, "no limit to get round")];
  const reason = `${context.startsMade} starts and none was held up: the shop sees many visitors as one (no trusted proxy)`;
  return [notTried(limited, reason), notTried(forged, reason)];
}

async function forgeSource(context: AttackContext): Promise<Finding> {
  const real = context.shop.source;
  const behind = (written: string) => (real === null ? written : `${written}, ${real}`);
  const forgeries: Headers[] = [
    { "x-forwarded-for": behind("203.0.113.77") },
    { "x-forwarded-for": behind("203.0.113.78, 198.51.100.200") },
    { "x-forwarded-for": behind("2001:db8:77::1"), "x-real-ip": "203.0.113.79", "cf-connecting-ip": "203.0.113.79" },
    { "true-client-ip": "203.0.113.80", "x-client-ip": "203.0.113.80", forwarded: "for=203.0.113.80" },
  ];
  const problems: string[] = [];
  for (const headers of forgeries) {
    if ((await refusalOf(context, headers)) === null)
      problems.push(`a start went through with ${JSON.stringify(headers)}`);
  }
  return judge(forged, problems, `held up as before, ${forgeries.length} times`);
}

/** Starts until the shop asks for a proof or a wait; gives its words, or null if it never does. */
async function holdUp(context: AttackContext): Promise<string | null> {
  for (let start = 0; start <= softLimit; start++) {
    const refusal = await refusalOf(context, {});
    if (refusal !== null) return refusal;
    // Without an address of its own this client has started more than enough before.
    if (context.shop.source === null) return null;
  }
  return null;
}

async function refusalOf(context: AttackContext, headers: Headers): Promise<string | null> {
  try {
    await context.startLogin(context.newAddress(), { headers, withoutBotCheck: true });
    return null;
  } catch (error) {
    if (error instanceof StartRefused) return error.message;
    throw error;
  }
}
