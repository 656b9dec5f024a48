import type { EmulatorState } from "@/emulator/state/emulator-state";
import type { InboxMessage } from "@/emulator/state/inbox-message";
import type { Verification } from "@/emulator/state/verification";

/** The verification that sent this message, if one did: its attempts remember the ids SendGrid answered. */
export function verificationOfMessage(state: EmulatorState, message: InboxMessage): Verification | undefined {
  const verifications = state.accounts.get(message.accountSid)?.verifications.values() ?? [];
  return [...verifications].find(({ sends }) =>
    sends.some(({ messageId }) => messageId !== null && message.id.startsWith(messageId)),
  );
}
