import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Finding } from "@/lib/checks/findings";
import { probeHeader, signProbe } from "@/lib/checks/shop-probe";
import { type Clock, measureClock } from "./check-own-parts";
import { shopFinding } from "./shop-findings";

const patienceMs = 5_000;

const healthSchema = z.object({
  status: z.literal("ok"),
  probe: z
    .object({
      now: z.iso.datetime(),
      trustedProxyHops: z.number(),
      addedHops: z.number(),
      isVisitorForgeable: z.boolean(),
      reachesItself: z.boolean(),
    })
    .optional(),
});
type Probe = NonNullable<z.output<typeof healthSchema>["probe"]>;
const readinessSchema = z.record(z.string(), z.string().nullable());

/** Asks the shop at `appUrl` how it sees this request, and whether it can serve. */
export async function checkShop(appUrl: string): Promise<{ findings: Finding[]; clocks: Clock[] }> {
  // RFC 5737: nobody has such an address.
  const marker = `192.0.2.${randomInt(1, 255)}`;
  const headers = { [probeHeader]: signProbe(marker), "x-forwarded-for": marker };
  const sentAt = Date.now();
  const health = await ask(`${appUrl}/api/health`, headers);
  if (health instanceof Error) return { findings: [whyUnreachable(health)], clocks: [] };
  const parsed = healthSchema.safeParse(health.body);
  const findings = parsed.success ? [] : [whyNotTheShop(health)];
  if (!parsed.success) return { findings, clocks: [] };

  const { probe } = parsed.data;
  const clock = measureClock("shop", probe?.now ?? health.date, sentAt);
  findings.push(...(probe === undefined ? [shopFinding("SHOP_SECRET_DIFFERS")] : judgeProbe(probe)));
  findings.push(...(await checkReady(appUrl)), ...(await checkPlainHttp(appUrl)));
  return { findings, clocks: clock === null ? [] : [clock] };
}

function judgeProbe({ trustedProxyHops, addedHops, isVisitorForgeable, reachesItself }: Probe): Finding[] {
  const findings: Finding[] = [];
  const facts = { set: trustedProxyHops, right: addedHops };
  if (isVisitorForgeable || trustedProxyHops > addedHops) findings.push(shopFinding("PROXY_HOPS_TOO_MANY", facts));
  else if (trustedProxyHops < addedHops) findings.push(shopFinding("PROXY_HOPS_TOO_FEW", facts));
  if (!reachesItself) findings.push(shopFinding("SHOP_CANNOT_REACH_ITSELF"));
  return findings;
}

async function checkReady(appUrl: string): Promise<Finding[]> {
  const answer = await ask(`${appUrl}/api/health/ready`);
  if (!(answer instanceof Error) && answer.status === 200) return [];
  if (answer instanceof Error) return [shopFinding("SHOP_NOT_READY", { parts: "it gives no answer in time" })];
  const parts = readinessSchema.safeParse(answer.body).data ?? {};
  const failing = Object.entries(parts).filter(([, state]) => state === null || ["down", "pending"].includes(state));
  return [
    shopFinding("SHOP_NOT_READY", { parts: failing.map(([name]) => name).join(", ") || "it does not say which" }),
  ];
}

/** Whether the same host serves pages without TLS. */
async function checkPlainHttp(appUrl: string): Promise<Finding[]> {
  const url = new URL(appUrl);
  if (url.protocol !== "https:" || url.port !== "") return [];
  const answer = await ask(`http://${url.host}/`);
  return answer instanceof Error || answer.status >= 300 ? [] : [shopFinding("SHOP_WITHOUT_TLS")];
}

type Answer = { status: number; location: string | null; date: string | null; body: unknown };

async function ask(url: string, headers: Record<string, string> = {}): Promise<Answer | Error> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, { headers, redirect: "manual", signal });
    const body = await response.json().catch(() => null);
    const { status } = response;
    return { status, location: response.headers.get("location"), date: response.headers.get("date"), body };
  } catch (error) {
    return error instanceof Error ? error : new Error("The request failed.");
  }
}

function whyUnreachable(error: Error): Finding {
  const code = String((error.cause as { code?: unknown } | undefined)?.code ?? "");
  if (/CERT|SIGNED|TLS|SSL/.test(code)) return shopFinding("SHOP_TLS", { reason: code });
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return shopFinding("SHOP_HOST_UNKNOWN");
  return shopFinding("SHOP_UNREACHABLE", { reason: code || error.name });
}

function whyNotTheShop({ status, location }: Answer): Finding {
  if (status >= 300 && status < 400 && location !== null) return shopFinding("SHOP_REDIRECTS", { status });
  return status >= 500 ? shopFinding("SHOP_FAILS", { status }) : shopFinding("SHOP_IS_ANOTHER", { status });
}
