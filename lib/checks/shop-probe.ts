import { isSigned, sign } from "@/lib/crypto/secret-key";
import { env } from "@/lib/env";
import { clientIp } from "@/lib/http/visitor";

export const probeHeader = "x-shop-probe";

const purpose = "shop probe v1";

/** Long enough for clocks that differ; a replay learns how many proxies there are. In ms. */
const validMs = 10 * 60_000;

const selfTimeoutMs = 3_000;

/** How the shop sees the doctor's request, without any address. */
export type ProbeAnswer = {
  now: string;
  trustedProxyHops: number;
  /** How many addresses the proxies added to X-Forwarded-For. */
  addedHops: number;
  /** Whether visitors can choose the address that limits count. */
  isVisitorForgeable: boolean;
  /** Whether the shop reaches itself, as the gate does to renew sessions. */
  reachesItself: boolean;
};

/** Signs a request whose X-Forwarded-For begins with `marker`, an address that nobody has (RFC 5737). */
export function signProbe(marker: string, now = Date.now()): string {
  return `${now} ${marker} ${sign(purpose, [`${now} ${marker}`]).toString("hex")}`;
}

/** Null unless the header is signed by this shop's AUTH_SECRET, so that strangers learn nothing. */
export async function answerProbe(headers: Pick<Headers, "get">, now = new Date()): Promise<ProbeAnswer | null> {
  const [time, marker = "", mac = ""] = (headers.get(probeHeader) ?? "").split(" ");
  const isOurs = isSigned(purpose, [`${time} ${marker}`], Buffer.from(mac, "hex"));
  if (!isOurs || Math.abs(now.getTime() - Number(time)) > validMs) return null;
  const forwardedFor = headers.get("x-forwarded-for");
  const entries = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  const { TRUSTED_PROXY_HOPS } = env();
  return {
    now: now.toISOString(),
    trustedProxyHops: TRUSTED_PROXY_HOPS,
    addedHops: forwardedFor === null ? 0 : entries.length - 1 - entries.lastIndexOf(marker),
    isVisitorForgeable: clientIp(forwardedFor, TRUSTED_PROXY_HOPS) === marker,
    reachesItself: await reachesItself(),
  };
}

async function reachesItself(): Promise<boolean> {
  try {
    const url = `${env().APP_INTERNAL_URL ?? env().APP_URL}/api/health`;
    const signal = AbortSignal.timeout(selfTimeoutMs);
    return (await fetch(url, { redirect: "error", cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}
