"use client";

import { SubmitButton } from "@/components/form/submit-button";
import { messages } from "@/lib/auth/messages";
import type { PhoneChannel } from "@/lib/code-channels";

const buttonLabels: Record<PhoneChannel, string> = {
  sms: "Text me a code",
  whatsapp: "Send a code by WhatsApp",
  call: "Call me with a code",
};

type PhoneWaysProps = { channels: readonly PhoneChannel[]; isWaiting: boolean; isFallback: boolean };

/**
 * The buttons by which a code is asked for by phone. They stand on everybody's code page, or they would tell which
 * accounts have a phone. They open by themselves when the mail was asked for again and again.
 */
export function PhoneWays({ channels, isWaiting, isFallback }: PhoneWaysProps) {
  return (
    <details open={isFallback} className="rounded-card border border-line px-4">
      <summary className="min-h-touch cursor-pointer py-3 font-semibold">{messages.PHONE_WAYS_TITLE}</summary>
      <div className="grid gap-3 pb-4">
        <p className="text-fine text-ink-muted">{messages.PHONE_WAYS}</p>
        {channels.map((channel) => (
          <SubmitButton
            key={channel}
            block
            size="small"
            variant="secondary"
            name="channel"
            value={channel}
            disabled={isWaiting}
            pendingLabel="Sending…"
          >
            {buttonLabels[channel]}
          </SubmitButton>
        ))}
        <p className="text-fine text-ink-muted">{messages.PHONE_RISK}</p>
      </div>
    </details>
  );
}
