import type { InboxMessage } from "@/emulator/state/inbox-message";
import type { World } from "@/emulator/state/world";
import { latestVerification } from "@/emulator/twilio/find-verification";
import { settle } from "@/emulator/twilio/verification-machine";

/** True while the code in this message can still be approved: not given, not canceled, not over. */
export function hasUsableCode(world: World, message: InboxMessage): boolean {
  const account = world.state.accounts.get(message.accountSid);
  if (account === undefined || message.code === null) return false;
  return [...account.services.values()].some((service) => {
    const verification = latestVerification(account, service, message.to);
    if (verification === undefined) return false;
    settle(verification, world.nowMs());
    return verification.status === "pending" && verification.code === message.code;
  });
}
