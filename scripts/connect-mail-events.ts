import { defaultAccount } from "@/emulator/accounts/add-account";
import { openSendgridAccount, webhookEvents } from "@/scripts/providers/sendgrid-account";

/** Makes the emulator post signed events to the shop. Gives the variable with the key. */
export async function connectMailEvents(emulatorUrl: string, shopUrl: string): Promise<Record<string, string>> {
  const settings = { ALLOW_PROVIDER_EMULATOR: "true", SENDGRID_BASE_URL: emulatorUrl };
  const sendgrid = openSendgridAccount(settings, defaultAccount.sendgridApiKey);
  const events = Object.fromEntries([...webhookEvents, "delivered", "processed"].map((event) => [event, true]));
  const { id } = await sendgrid.createWebhook({ url: `${shopUrl}/api/webhooks/sendgrid`, enabled: true, ...events });
  return { SENDGRID_WEBHOOK_PUBLIC_KEY: await sendgrid.signWebhook(id) };
}
