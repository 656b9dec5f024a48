import { readFileSync } from "node:fs";
import type { Finding } from "@/lib/checks/findings";
import type { Env } from "@/lib/env";
import { suppressionLists } from "@/lib/mail/suppressions";
import { ProviderError } from "@/scripts/providers/provider-request";
import {
  openSendgridAccount,
  type SendgridAccount,
  shopKeyScopes,
  type TemplateVersion,
  webhookEvents,
} from "@/scripts/providers/sendgrid-account";
import { sendgridFinding as finding } from "./sendgrid-findings";

const patience = { timeoutMs: 5_000, retries: 0 };

/** SendGrid gives these to each key, or they come with "Mail Send" and "Template Engine". */
const harmlessScopes = /^(?:2fa_|sender_verification_|mail\.batch\.|templates\.(?:[a-z]+\.)*read$)/;

/** `email`: whose suppression is looked up. The account is read with SENDGRID_SETUP_KEY, if there is one. */
export async function checkSendgrid(
  source: NodeJS.Dict<string>,
  settings: Env,
  email: string | null,
): Promise<{ findings: Finding[] }> {
  const shop = openSendgridAccount(source, settings.SENDGRID_API_KEY, patience);
  const setupKey = source.SENDGRID_SETUP_KEY;
  const account = setupKey ? openSendgridAccount(source, setupKey, patience) : shop;
  const suppressionKey = settings.SENDGRID_SUPPRESSION_KEY;
  const [scopes, template, hidden, suppressions] = await Promise.all([
    orRefusal("SENDGRID_API_KEY", () => checkScopes(shop)),
    orRefusal("SENDGRID_API_KEY", () => checkTemplate(shop, settings.SENDGRID_TEMPLATE_ID)),
    orRefusal(setupKey ? "SENDGRID_SETUP_KEY" : "SENDGRID_API_KEY", () => checkAccount(account, settings, email)),
    orRefusal("SENDGRID_SUPPRESSION_KEY", async () =>
      suppressionKey ? await checkSuppressionKey(openSendgridAccount(source, suppressionKey, patience)) : [],
    ),
  ]);
  const findings = [...scopes, ...template, ...hidden, ...suppressions];
  // A refused key is told once.
  return { findings: findings.filter(({ what }, at) => findings.findIndex((other) => other.what === what) === at) };
}

async function orRefusal(variable: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof ProviderError && error.status === 401) return [finding("SENDGRID_KEY", { variable })];
    throw error;
  }
}

async function checkScopes(shop: SendgridAccount): Promise<Finding[]> {
  const scopes = await shop.scopes();
  const missing = ["mail.send", "templates.read"].filter((scope) => !scopes.includes(scope));
  const needless = scopes.filter((scope) => !shopKeyScopes.includes(scope) && !harmlessScopes.test(scope));
  return [
    ...(missing.length === 0 ? [] : [finding("SENDGRID_SCOPE_MISSING", { scopes: missing.join(" and ") })]),
    ...(needless[0] === undefined
      ? []
      : [finding("SENDGRID_SCOPES_WIDE", { count: needless.length, example: needless[0] })]),
  ];
}

/** A right for all lists is one for each. */
async function checkSuppressionKey(account: SendgridAccount): Promise<Finding[]> {
  const scopes = await account.scopes();
  const missing = suppressionLists.flatMap((list) =>
    ["read", "delete"]
      .filter((verb) => !scopes.includes(`suppression.${verb}`) && !scopes.includes(`suppression.${list}.${verb}`))
      .map((verb) => `suppression.${list}.${verb}`),
  );
  return missing.length === 0 ? [] : [finding("SENDGRID_SUPPRESSION_SCOPES", { scopes: missing.join(" and ") })];
}

async function checkTemplate(shop: SendgridAccount, id: string): Promise<Finding[]> {
  try {
    const { versions } = await shop.fetchTemplate(id);
    const version = versions.find(({ active }) => active === 1);
    return version === undefined ? [finding("SENDGRID_TEMPLATE_INACTIVE")] : judgeVersion(version);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.status === 404) return [finding("SENDGRID_TEMPLATE_UNKNOWN")];
    // Without templates.read, which the scopes tell.
    if (error.status === 403) return [];
    throw error;
  }
}

const files = {
  subject: "code-mail-subject.txt",
  html_content: "code-mail.html",
  plain_content: "code-mail.txt",
} as const;

function judgeVersion(version: TemplateVersion): Finding[] {
  const findings: Finding[] = [];
  for (const part of ["html_content", "plain_content"] as const) {
    const facts = { part: part === "html_content" ? "HTML" : "plain text", file: files[part] };
    if (!/\{\{\{?\s*twilio_code\b/.test(version[part])) findings.push(finding("SENDGRID_TEMPLATE_PLACEHOLDER", facts));
  }
  const links = version.html_content.match(/<a\s[^>]*href=[^>]*>/gi) ?? [];
  if (links.some((link) => !/clicktracking=["']?off/i.test(link))) findings.push(finding("SENDGRID_TEMPLATE_TRACKING"));
  const differing = Object.entries(files).filter(([part, file]) => {
    const own = readFileSync(new URL(`../../emulator/templates/${file}`, import.meta.url), "utf8");
    return withoutSpaces(own) !== withoutSpaces(version[part as keyof typeof files]);
  });
  const parts = differing.map(([, file]) => file).join(", ");
  // A part without its code is told already.
  return parts === "" || findings.length > 0 ? findings : [finding("SENDGRID_TEMPLATE_DIFFERS", { parts })];
}

/** Editors change line ends and indentation. */
function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}

async function checkAccount(account: SendgridAccount, settings: Env, email: string | null): Promise<Finding[]> {
  const hidden: string[] = [];
  const orHidden = async (part: string, check: () => Promise<Finding[]>) => {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof ProviderError) || error.status !== 403) throw error;
      hidden.push(part);
      return [];
    }
  };
  const findings = await Promise.all([
    orHidden("senders", () => checkSender(account, settings.SENDGRID_FROM_EMAIL)),
    orHidden("Event Webhooks", () => checkWebhook(account, settings)),
    orHidden("click tracking", () => checkTracking(account)),
    orHidden("suppressions", () => (email === null ? Promise.resolve([]) : checkSuppression(account, email))),
  ]);
  const parts = hidden.join(", ");
  return [...findings.flat(), ...(parts === "" ? [] : [finding("SENDGRID_ACCOUNT_HIDDEN", { parts })])];
}

async function checkSender(account: SendgridAccount, from: string): Promise<Finding[]> {
  const host = from.toLowerCase().split("@")[1] ?? "";
  const [domains, senders] = await Promise.all([account.listDomains(), account.listSenders()]);
  if (domains.some(({ domain, valid }) => valid && (host === domain || host.endsWith(`.${domain}`)))) return [];
  const isVerified = senders.some(
    (sender) => sender.verified && sender.from_email.toLowerCase() === from.toLowerCase(),
  );
  return [finding(isVerified ? "SENDGRID_DOMAIN_UNVERIFIED" : "SENDGRID_SENDER_UNVERIFIED")];
}

/** HTML links have an attribute against it. */
async function checkTracking(account: SendgridAccount): Promise<Finding[]> {
  const { enabled, enable_text: rewritesText } = await account.fetchClickTracking();
  return enabled && rewritesText ? [finding("SENDGRID_TEXT_TRACKING")] : [];
}

async function checkWebhook(account: SendgridAccount, settings: Env): Promise<Finding[]> {
  const path = "/api/webhooks/sendgrid";
  const wanted = `${settings.APP_URL}${path}`;
  const webhook = (await account.listWebhooks()).find(({ url }) => url.replace(/\/$/, "") === wanted);
  if (webhook === undefined) return [finding("SENDGRID_WEBHOOK_MISSING", { path })];
  if (!webhook.enabled) return [finding("SENDGRID_WEBHOOK_OFF")];
  const missing = webhookEvents.filter((event) => !webhook[event]);
  const findings = missing.length === 0 ? [] : [finding("SENDGRID_WEBHOOK_EVENTS", { events: missing.join(", ") })];
  const ownKey = settings.SENDGRID_WEBHOOK_PUBLIC_KEY;
  if (!webhook.public_key) findings.push(finding("SENDGRID_WEBHOOK_UNSIGNED"));
  else if (ownKey === undefined) findings.push(finding("SENDGRID_WEBHOOK_KEY_MISSING"));
  else if (ownKey !== webhook.public_key) findings.push(finding("SENDGRID_WEBHOOK_KEY"));
  return findings;
}

async function checkSuppression(account: SendgridAccount, email: string): Promise<Finding[]> {
  const lists = await account.suppressionsOf(email);
  return lists.length === 0 ? [] : [finding("SENDGRID_SUPPRESSED", { lists: lists.join(" and ") })];
}
