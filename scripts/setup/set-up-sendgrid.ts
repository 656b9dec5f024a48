import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { isLoopback } from "@/lib/hosts";
import { SetupProblem } from "@/scripts/processes/setup-problem";
import { ProviderError } from "@/scripts/providers/provider-request";
import { openSendgridAccount, shopKeyScopes, webhookEvents } from "@/scripts/providers/sendgrid-account";
import { act, type SetupRun } from "./setup-step";

type SendgridAccount = ReturnType<typeof openSendgridAccount>;
type MailTemplate = Awaited<ReturnType<SendgridAccount["fetchTemplate"]>>;

/** What the operator's key needs for set-up; a "Full Access" key has it. */
export const setupScopes = [
  ...shopKeyScopes,
  "templates.create",
  "templates.versions.create",
  "templates.versions.activate.create",
  "whitelabel.read",
  "user.webhooks.event.settings.read",
  "user.webhooks.event.settings.create",
  "user.webhooks.event.settings.update",
  "api_keys.read",
  "api_keys.create",
  "api_keys.delete",
];

const webhookPath = "/api/webhooks/sendgrid";
const senderPage = "https://app.sendgrid.com/settings/sender_auth";
const webhookPage = "https://app.sendgrid.com/settings/mail_settings/webhook_settings";
const keyPage = "https://app.sendgrid.com/settings/api_keys";

export async function setUpSendgrid(run: SetupRun, sendgrid: SendgridAccount): Promise<void> {
  await setUpTemplate(run, sendgrid);
  await setUpWebhook(run, sendgrid);
  await setUpKey(run, sendgrid);
}

/** The code mail; its version is named after its content, so that the next run knows it again. */
function readCodeMail() {
  const read = (name: string) => readFileSync(new URL(`../../emulator/templates/${name}`, import.meta.url), "utf8");
  const content = {
    subject: read("code-mail-subject.txt").trim(),
    html_content: read("code-mail.html"),
    plain_content: read("code-mail.txt"),
  };
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 12);
  return { name: `Code mail ${hash}`, ...content };
}

async function setUpTemplate(run: SetupRun, sendgrid: SendgridAccount): Promise<void> {
  const step = "SendGrid template";
  const name = `${run.shopName} code mail`;
  const wanted = run.env.find("SENDGRID_TEMPLATE_ID");
  const id = wanted ?? (await sendgrid.listTemplates()).find((template) => template.name === name)?.id;
  const template =
    id === undefined
      ? await act(run, { step, outcome: "created", detail: `"${name}"` }, () => sendgrid.createTemplate(name))
      : await fetchTemplate(sendgrid, id);
  if (template !== null) run.env.save("SENDGRID_TEMPLATE_ID", template.id);
  if (template !== null && id !== undefined) run.tell({ step, outcome: "found", detail: template.id });
  await setUpVersion(run, sendgrid, template, wanted !== undefined);
}

async function fetchTemplate(sendgrid: SendgridAccount, id: string): Promise<MailTemplate> {
  return sendgrid.fetchTemplate(id).catch((error: unknown) => {
    if (!(error instanceof ProviderError) || error.status !== 404) throw error;
    throw new SetupProblem(
      "SENDGRID_TEMPLATE_ID names a template that this SendGrid account does not have. Correct it in .env, or run this again with --replace=SENDGRID_TEMPLATE_ID.",
    );
  });
}

/** A version that the operator made stays active, as long as it has the place for the code. */
async function setUpVersion(run: SetupRun, sendgrid: SendgridAccount, template: MailTemplate | null, isKept: boolean) {
  const step = "Template version";
  const content = readCodeMail();
  const versions = template?.versions ?? [];
  const active = versions.find((version) => version.active === 1);
  const own = versions.find((version) => version.name === content.name);
  if (active !== undefined && active === own) {
    run.tell({ step, outcome: "found", detail: `"${own.name}" is active` });
    return;
  }
  if (isKept && active !== undefined && /\{\{\{?\s*twilio_code\b/.test(active.html_content)) {
    const hint = "--replace=SENDGRID_TEMPLATE_ID makes the one of this version of the shop active";
    run.tell({ step, outcome: "kept", detail: `"${active.name}" is active; ${hint}` });
    return;
  }
  if (template !== null && own !== undefined) {
    const report = { step, outcome: "changed", detail: `"${own.name}" is active now` } as const;
    await act(run, report, () => sendgrid.activateVersion(template.id, own.id));
    return;
  }
  await act(run, { step, outcome: "created", detail: `"${content.name}", active` }, async () => {
    if (template !== null) await sendgrid.createVersion(template.id, content);
  });
}

async function setUpWebhook(run: SetupRun, sendgrid: SendgridAccount): Promise<void> {
  const step = "Event webhook";
  const shop = new URL(run.env.input("APP_URL") ?? "");
  if (isLoopback(shop)) {
    run.tell({ step, outcome: "skipped", detail: "SendGrid cannot reach this machine" });
    return;
  }
  const url = new URL(webhookPath, shop).href;
  const events = Object.fromEntries(webhookEvents.map((event) => [event, true]));
  const wanted = { url, enabled: true, friendly_name: run.shopName, ...events };
  const present = (await sendgrid.listWebhooks()).find((webhook) => webhook.url === url);
  const isComplete = present?.enabled === true && webhookEvents.every((event) => present[event]);
  const report = { step, detail: `${url}: ${webhookEvents.join(", ")}` };
  if (isComplete) run.tell({ ...report, outcome: "found" });
  const webhook =
    present === undefined
      ? await act(run, { ...report, outcome: "created" }, () => sendgrid.createWebhook(wanted))
      : isComplete
        ? present
        : await act(run, { ...report, outcome: "changed" }, () => sendgrid.updateWebhook(present.id, wanted));

  const signing = { step: "Webhook signature", outcome: "changed", detail: "switched on" } as const;
  const publicKey =
    present?.public_key ||
    (await act(run, signing, async () => (webhook === null ? null : await sendgrid.signWebhook(webhook.id))));
  if (!publicKey) return;
  const kept = run.env.find("SENDGRID_WEBHOOK_PUBLIC_KEY");
  if (kept === undefined || kept === publicKey) run.env.save("SENDGRID_WEBHOOK_PUBLIC_KEY", publicKey);
  else
    run.leave(
      `SENDGRID_WEBHOOK_PUBLIC_KEY is not the key of the webhook at ${webhookPage}, so the shop refuses its events. Run this again with --replace=SENDGRID_WEBHOOK_PUBLIC_KEY.`,
    );
}

const keyNote = "Setup creates the SendGrid key named";

/** SendGrid tells a key once. Its name stands in .env first, so that a key whose answer was lost is deleted later. */
async function setUpKey(run: SetupRun, sendgrid: SendgridAccount): Promise<void> {
  const { env } = run;
  const step = "SendGrid key of the shop";
  const lost = env.note.find(keyNote);
  if (lost !== undefined) {
    const key = (await sendgrid.listKeys()).find(({ name }) => name === lost);
    const report = { step, outcome: "changed", detail: `"${lost}" of an interrupted run is deleted` } as const;
    if (key !== undefined) await act(run, report, () => sendgrid.deleteKey(key.api_key_id));
    env.note.remove(keyNote);
  }
  const kept = env.find("SENDGRID_API_KEY");
  if (kept !== undefined) {
    await checkKey(run, step, kept);
    return;
  }
  const name = `${run.shopName} shop ${randomBytes(3).toString("hex")}`;
  env.note.write(keyNote, name);
  const report = { step, outcome: "created", detail: `"${name}" with ${shopKeyScopes.join(", ")}` } as const;
  const made = await act(run, report, () => sendgrid.createKey(name, shopKeyScopes));
  if (made === null) return;
  env.save("SENDGRID_API_KEY", made.api_key, keyNote);
}

async function checkKey(run: SetupRun, step: string, key: string): Promise<void> {
  const again = "run this again with --replace=SENDGRID_API_KEY";
  const scopes = await openSendgridAccount(run.addresses, key)
    .scopes()
    .catch((error: unknown) => {
      if (error instanceof ProviderError && error.status === 401) return null;
      throw error;
    });
  if (scopes === null)
    throw new SetupProblem(`SENDGRID_API_KEY in .env is wrong or was deleted. To make a new one, ${again}.`);
  const missing = ["mail.send", "templates.read"].filter((scope) => !scopes.includes(scope));
  if (missing.length > 0)
    throw new SetupProblem(
      `SENDGRID_API_KEY in .env lacks ${missing.join(" and ")}. Add that at ${keyPage}, or ${again}.`,
    );
  run.tell({ step, outcome: "kept", detail: "it can send mail and read templates" });
  if (scopes.includes("api_keys.create"))
    run.leave(`SENDGRID_API_KEY may do more than the shop needs. To give the shop a restricted key, ${again}.`);
}

/** Last, as it is the one thing that only the operator can mend. */
export async function checkSender(run: SetupRun, sendgrid: SendgridAccount): Promise<void> {
  const step = "Sender";
  const address = (run.env.input("SENDGRID_FROM_EMAIL") ?? "").toLowerCase();
  const domain = (await sendgrid.listDomains()).find((known) => address.endsWith(`@${known.domain.toLowerCase()}`));
  if (domain?.valid) {
    run.tell({ step, outcome: "found", detail: `the domain ${domain.domain} is authenticated` });
    return;
  }
  const senders = await sendgrid.listSenders();
  if (senders.some(({ from_email, verified }) => verified && from_email.toLowerCase() === address)) {
    run.tell({ step, outcome: "found", detail: "the address is verified" });
    return;
  }
  throw new SetupProblem(
    domain === undefined
      ? `SENDGRID_FROM_EMAIL is no verified sender, so no mail goes out. Authenticate its domain, or verify the address, at ${senderPage}. Then run this again.`
      : `The domain of SENDGRID_FROM_EMAIL waits for its DNS records, so no mail goes out. Publish those at ${senderPage}, press Verify, then run this again.`,
  );
}
