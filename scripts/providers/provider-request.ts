import type { z } from "zod";
import { isLoopback, isVendorUrl } from "@/lib/hosts";
import { requestProvider } from "@/lib/http/provider-request";
import { SetupProblem } from "@/scripts/processes/setup-problem";

type Provider = "Twilio" | "SendGrid" | "Stripe";

/** How long one answer may take, in ms, and how often a 429 is waited for. */
export type Patience = { timeoutMs: number; retries: number };
const usualPatience: Patience = { timeoutMs: 10_000, retries: 3 };
const mostWaitMs = 20_000;

type Operation = {
  provider: Provider;
  /** Completes "Could not …", such as "list the Verify services". */
  action: string;
  /** What the key needs for it. */
  scope?: string;
};

type ProviderRequest = Operation & {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  url: string;
  authorization: string;
  form?: Record<string, string>;
  json?: unknown;
};

const keyPages: Record<Provider, string> = {
  Twilio: "https://console.twilio.com/us1/account/keys-credentials/api-keys",
  SendGrid: "https://app.sendgrid.com/settings/api_keys",
  Stripe: "https://dashboard.stripe.com/apikeys",
};

/** A refusal, or silence (`status` is null). Neither text has a key or an address; `step` is what mends it. */
export class ProviderError extends Error {
  override name = "ProviderProblem";

  constructor(
    readonly operation: Operation,
    readonly status: number | null,
    readonly code: number | null = null,
    detail = "",
  ) {
    const answer = status === null ? "gave no answer" : `answered ${status}${code === null ? "" : ` (error ${code})`}`;
    super(`Could not ${operation.action}: ${operation.provider} ${answer}${detail === "" ? "" : `, "${detail}"`}.`);
  }

  get step(): string {
    const { provider, scope } = this.operation;
    const page = keyPages[provider];
    if (this.status === 401) return `The key is wrong or was deleted. Take one from ${page}.`;
    if (this.status === 403)
      return `The key may not do this${scope === undefined ? "" : `: it lacks "${scope}"`}. Take one with full access from ${page}.`;
    if (this.status === 404) return "It is not in this account. Check the id in .env and the account of the key.";
    if (this.status === 429) return "That were too many requests. Wait a minute, then try again.";
    if (this.status === null || this.status >= 500)
      return `Check your network and https://status.${provider.toLowerCase()}.com, then try again.`;
    return `Change what ${provider} names here, then try again.`;
  }
}

/** The answer's JSON as `schema` has it, or a ProviderError. Only a 429 is asked again: such a request did nothing. */
export async function askProvider<Schema extends z.ZodType>(
  request: ProviderRequest,
  schema: Schema,
  patience: Patience = usualPatience,
): Promise<z.output<Schema>> {
  for (let tries = 0; ; tries++) {
    const answer = await send(request, patience.timeoutMs);
    const { status } = answer;
    if (status === 429 && tries < patience.retries) {
      await new Promise((resolve) => setTimeout(resolve, waitMs(answer.headers["retry-after"], tries)));
      continue;
    }
    const body = parseJson(answer.body);
    if (status >= 300) throw refusal(request, status, body);
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new ProviderError(request, status, null, "an answer of another form than expected");
  }
}

async function send({ method, url, authorization, form, json, ...operation }: ProviderRequest, timeoutMs: number) {
  const type = form === undefined ? "application/json" : "application/x-www-form-urlencoded";
  const body = form === undefined ? JSON.stringify(json) : String(new URLSearchParams(form));
  try {
    return await requestProvider(url, {
      method,
      headers: { authorization, ...(body && { "content-type": type }) },
      body,
      timeoutMs,
    });
  } catch {
    throw new ProviderError(operation, null);
  }
}

function waitMs(retryAfter: string | undefined, tries: number): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Math.min(mostWaitMs, Number.isFinite(seconds) ? seconds * 1_000 : 1_000 * 2 ** tries);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type ErrorBody = { code?: unknown; message?: unknown; errors?: { message?: unknown }[] };

function refusal({ provider, action, scope }: ProviderRequest, status: number, body: unknown): ProviderError {
  const { code, message, errors } = (body ?? {}) as ErrorBody;
  const detail = String(message ?? errors?.[0]?.message ?? "").replace(/\S+@\S+|SG\.\S+/g, "…");
  return new ProviderError({ provider, action, scope }, status, typeof code === "number" ? code : null, detail);
}

type Settings = Record<string, string | undefined>;

/** Where the APIs are: the vendors' own hosts, or an emulator on this machine if the settings allow one. */
export function providerUrls(settings: Settings): {
  verify: string;
  twilio: string;
  sendgrid: string;
  stripe: string;
} {
  const verify = baseUrl(settings, "TWILIO_VERIFY_BASE_URL", "https://verify.twilio.com", "twilio.com");
  const sendgrid = baseUrl(settings, "SENDGRID_BASE_URL", "https://api.sendgrid.com", "sendgrid.com");
  const stripe = baseUrl(settings, "STRIPE_BASE_URL", "https://api.stripe.com", "stripe.com");
  return { verify, twilio: verify.replace("://verify.", "://api."), sendgrid, stripe };
}

function baseUrl(settings: Settings, name: string, vendorUrl: string, host: string): string {
  const url = settings[name] || vendorUrl;
  const isEmulator = settings.ALLOW_PROVIDER_EMULATOR === "true" && URL.canParse(url) && isLoopback(new URL(url));
  if (isEmulator || (URL.canParse(url) && isVendorUrl(url, host))) return url.replace(/\/$/, "");
  throw new SetupProblem(`${name} must be https on ${host}: keys would go to somebody else.`);
}
