"use client";

import { SubmitButton } from "@/components/form/submit-button";
import type { PhoneChannel } from "@/lib/code-channels";
import type { Words } from "@/lib/i18n/translator";

type PhoneWaysProps = {
  channels: readonly PhoneChannel[];
  isWaiting: boolean;
  isFallback: boolean;
  words: Words<"otp">["resend"]["phoneWays"];
  pendingLabel: string;
};

/**
 * The buttons by which a code is asked for by phone. They stand on everybody's code page, or they would tell which
 * accounts have a phone. They open by themselves when the mail was asked for again and again.
 */
export function PhoneWays({ channels, isWaiting, isFallback, words, pendingLabel }: PhoneWaysProps) {
  return (
    <details open={isFallback} className="rounded-card border border-line px-4">
      <summary className="min-h-touch cursor-pointer py-3 font-semibold">{words.title}</summary>
      <div className="grid gap-3 pb-4">
        <p className="text-fine text-ink-muted">{words.lead}</p>
        {channels.map((channel) => (
          <SubmitButton
            key={channel}
            block
            size="small"
            variant="secondary"
            name="channel"
            value={channel}
            disabled={isWaiting}
            pendingLabel={pendingLabel}
          >
            {words[channel]}
          </SubmitButton>
        ))}
        <p className="text-fine text-ink-muted">{words.risk}</p>
      </div>
    </details>
  );
}
