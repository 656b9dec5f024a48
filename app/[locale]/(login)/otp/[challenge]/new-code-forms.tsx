"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useActionState, useEffect, useState } from "react";
import { BotCheck } from "@/components/form/bot-check";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import type { PhoneChannel } from "@/lib/code-channels";
import { fill } from "@/lib/i18n/fill";
import type { Words } from "@/lib/i18n/translator";
import { resendCodeAction, restartAction } from "./new-code-actions";

type ResendFormProps = {
  challengeId: string;
  resendInSeconds: number | null;
  sends: number;
  isPhone: boolean;
  phoneChannels: readonly PhoneChannel[];
  words: Words<"otp">["resend"];
};

/** Before the third resend, phone is offered openly. */
const sendsToFallback = 3;

/** Shows the wait that the server enforces; hidden from screen readers, as it ticks (WCAG 4.1.3). */
export function ResendForm({ challengeId, resendInSeconds, sends, isPhone, phoneChannels, words }: ResendFormProps) {
  const [state, submit] = useActionState(resendCodeAction, { attempt: 0, resendInSeconds, sends });
  const secondsLeft = useCountdown(state.resendInSeconds, state.attempt);

  if (state.resendInSeconds === null)
    return <p className="text-fine text-ink-muted">{isPhone ? words.spentOnPhone : words.spent}</p>;
  const isWaiting = secondsLeft !== null && secondsLeft > 0;
  return (
    <form action={submit} className="grid gap-3 border-line border-t pt-5">
      <input type="hidden" name="challengeId" value={challengeId} />
      <FormMessage tone={state.tone ?? "info"}>{state.message}</FormMessage>
      <p className="text-fine text-ink-muted">{isPhone ? words.nothingOnPhone : words.nothingThere}</p>
      <BotCheck request={state.proof} />
      <SubmitButton
        block
        variant="secondary"
        name="channel"
        value="email"
        disabled={isWaiting}
        pendingLabel={words.sending}
      >
        <span>
          <span>{words.send}</span>
          {isWaiting ? (
            <span aria-hidden="true" className="whitespace-nowrap">
              {` ${fill(words.sendIn, { seconds: secondsLeft })}`}
            </span>
          ) : null}
        </span>
      </SubmitButton>
      {phoneChannels.length > 0 ? (
        <PhoneButtons
          channels={phoneChannels}
          isWaiting={isWaiting}
          isFallback={state.sends >= sendsToFallback}
          words={words.phoneWays}
          pendingLabel={words.sending}
        />
      ) : null}
      {/* The bot check submits without a button. Last, so that a pressed one wins. */}
      {state.proof ? <input type="hidden" name="channel" value={state.channel} /> : null}
    </form>
  );
}

/** Null without JavaScript, where the button must stay enabled. */
function useCountdown(fromSeconds: number | null, attempt: number): number | null {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt restarts the countdown, even from the same number.
  useEffect(() => {
    if (fromSeconds === null) return;
    const endsAt = Date.now() + fromSeconds * 1_000;
    const tick = () => setSecondsLeft(Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [fromSeconds, attempt]);
  return secondsLeft;
}

type PhoneButtonsProps = {
  channels: readonly PhoneChannel[];
  isWaiting: boolean;
  isFallback: boolean;
  words: Words<"otp">["resend"]["phoneWays"];
  pendingLabel: string;
};

/** On every code page, or they would reveal who has a phone. Open after repeated mails. */
function PhoneButtons({ channels, isWaiting, isFallback, words, pendingLabel }: PhoneButtonsProps) {
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

/** A provider may take 5 s to fail. */
const lookAgainAfterMs = 7_000;

/** Asks again whether codes are late. Tests the line first: a failed refresh would lose the page. */
export function LateCodesWatch() {
  const router = useRouter();
  useEffect(() => {
    const over = new AbortController();
    const timer = setTimeout(() => {
      fetch("/api/me", { cache: "no-store", signal: over.signal }).then(
        (answer) => answer.ok && router.refresh(),
        () => {},
      );
    }, lookAgainAfterMs);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [router]);
  return null;
}

type RestartFormProps = { challengeId: string; pendingLabel: string; children: ReactNode };

export function RestartForm({ challengeId, pendingLabel, children }: RestartFormProps) {
  const [state, submit] = useActionState(restartAction, {});
  return (
    <form action={submit} className="grid gap-5">
      <input type="hidden" name="challengeId" value={challengeId} />
      <FormMessage>{state.problem}</FormMessage>
      <BotCheck request={state.proof} />
      <SubmitButton block pendingLabel={pendingLabel}>
        <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
      </SubmitButton>
    </form>
  );
}
