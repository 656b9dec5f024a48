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
  /** So many messages were asked for. */
  sends: number;
  /** The code goes to a phone in any case. */
  isPhone: boolean;
  /** The ways to a phone that this page offers. */
  phoneChannels: readonly PhoneChannel[];
  words: Words<"otp">["resend"];
};

/** From how many messages on the phone is offered openly: where the third resend would be next. */
const sendsToFallback = 3;

/**
 * The server enforces the wait; the countdown only shows it. It is hidden from screen readers, which would read every
 * second; the button itself says when it can be used (WCAG 4.1.3).
 */
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
      {/* The proof sends the form without a button. Behind the buttons, so that a pressed one comes first. */}
      {state.proof ? <input type="hidden" name="channel" value={state.channel} /> : null}
    </form>
  );
}

/** Null until the browser runs it: without JavaScript the button must not stay disabled. */
function useCountdown(fromSeconds: number | null, attempt: number): number | null {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt starts the countdown anew, even from the same number.
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

/**
 * The buttons by which a code is asked for by phone. They stand on everybody's code page, or they would tell which
 * accounts have a phone. They open by themselves when the mail was asked for again and again.
 */
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

/** A provider may take 5 s to fail, after this page was shown. */
const lookAgainAfterMs = 7_000;

/**
 * Asks the server once more whether codes are late; what was typed stays. A page that cannot be made anew is loaded by
 * Next as a whole, and on a line that has dropped nothing would be left of it: the line is tried first.
 */
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

/** One button, which says `children`. The address stays on the server; the page knows its mask alone. */
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
