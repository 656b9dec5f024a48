import { z } from "zod";
import { defaultAccount } from "@/emulator/accounts/add-account";

const webhookSchema = z.object({ id: z.string() });
const signedSchema = z.object({ public_key: z.string().min(1) });

/** Makes the emulator post signed events to the shop. Gives the variable with the key. */
export async function connectMailEvents(emulatorUrl: string, shopUrl: string): Promise<Record<string, string>> {
  const settings = `${emulatorUrl}/v3/user/webhooks/event/settings`;
  const url = `${shopUrl}/api/webhooks/sendgrid`;
  const flags = {
    enabled: true,
    bounce: true,
    dropped: true,
    deferred: true,
    delivered: true,
    processed: true,
    spam_report: true,
  };
  const { id } = webhookSchema.parse(await ask("POST", settings, { url, ...flags }));
  const signed = signedSchema.parse(await ask("PATCH", `${settings}/signed/${id}`, { enabled: true }));
  return { SENDGRID_WEBHOOK_PUBLIC_KEY: signed.public_key };
}

async function ask(method: string, url: string, body: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${defaultAccount.sendgridApiKey}`, "content-type": "application/json" };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
