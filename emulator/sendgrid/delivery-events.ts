import type { InboxMessage } from "@/emulator/inbox/inbox-message";
import type { Account } from "@/emulator/state/account";
import type { World } from "@/emulator/world";

export type MailLabels = { customArgs: Record<string, unknown>; categories: string[] };

/** Remembers a bounce, so that the next mail to this address is dropped. */
export function announceDelivery(world: World, account: Account, message: InboxMessage, _labels: MailLabels): void {
  if (message.outcome !== "bounced") return;
  const email = message.to.toLowerCase();
  account.sendgrid.bounces.set(email, {
    email,
    createdAtMs: world.nowMs(),
    reason: "550 5.1.1 The email account that you tried to reach does not exist.",
    status: "5.1.1",
  });
}
