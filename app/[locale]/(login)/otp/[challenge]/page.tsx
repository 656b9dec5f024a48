import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { recoveryProofPath } from "@/app/passkey-proof/recovery-proof-path";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access-rules";
import { findChallengeKey } from "@/lib/auth/browser-key";
import { type ChallengePurpose, findPendingChallenge, isOfSession } from "@/lib/auth/challenge";
import { findCurrentUser } from "@/lib/auth/current-user";
import { findEndedChallenge } from "@/lib/auth/ended-challenge";
import { findForeignChallenge } from "@/lib/auth/find-foreign-challenge";
import { messages } from "@/lib/auth/messages";
import { pathWith } from "@/lib/auth/path-with";
import { phoneChannelsFor } from "@/lib/auth/phone-channels-for";
import { defaultDestination } from "@/lib/auth/safe-redirect";
import { findWayOn } from "@/lib/auth/way-on";
import { areCodesLate } from "@/lib/verification/provider-health";
import { confirmEmailAction, confirmPhoneAction, confirmStepUpAction, verifyCodeAction } from "./actions";
import { AskedElsewhere } from "./asked-elsewhere";
import { ChooseAgainForm } from "./choose-again-form";
import { EndedRequest } from "./ended-request";
import { LateCodesWatch } from "./late-codes-watch";
import { OtpForm, type VerifyAction } from "./otp-form";
import { ResendForm } from "./resend-form";
import { wayBackFrom } from "./way-back";

export const metadata: Metadata = { title: "Enter your code" };

const asks: Record<ChallengePurpose, { title: string; verifyAction: VerifyAction; wayBackLabel: string }> = {
  LOGIN: {
    title: "Enter your code",
    verifyAction: verifyCodeAction,
    wayBackLabel: "Use another email",
  },
  REGISTER: {
    title: "Enter your code",
    verifyAction: verifyCodeAction,
    wayBackLabel: "Use another email",
  },
  STEP_UP: {
    title: "Confirm that it is you",
    verifyAction: confirmStepUpAction,
    wayBackLabel: "Back to your account",
  },
  CHANGE_EMAIL: {
    title: "Confirm your new address",
    verifyAction: confirmEmailAction,
    wayBackLabel: "Use another address",
  },
  VERIFY_PHONE: {
    title: "Confirm your phone number",
    verifyAction: confirmPhoneAction,
    wayBackLabel: "Use another number",
  },
};

type OtpPageProps = { params: Promise<{ challenge: string }> };

export default async function OtpPage({ params }: OtpPageProps) {
  const { challenge: id } = await params;
  const browserKey = await findChallengeKey();
  const [challenge, isLate, user] = await orUnavailable(() =>
    Promise.all([findPendingChallenge(id, browserKey), areCodesLate(), findCurrentUser()]),
  );
  if (challenge === null) {
    const ended = await orUnavailable(() => findEndedChallenge(id, browserKey));
    if (ended && isOfSession(ended.purpose)) {
      redirect(pathWith(ended.returnTo ?? "/account", { notice: "STEP_UP_ENDED" }));
    }
    if (user) redirect(await orUnavailable(() => findWayOn(id, user)));
    if (ended) return <EndedRequest ended={ended} />;
    const foreign = await orUnavailable(() => findForeignChallenge(id));
    // The empty fragment replaces a mailed code, which the browser would carry along.
    if (foreign === null) redirect("/login?notice=CHALLENGE_ENDED#");
    return <AskedElsewhere {...foreign} />;
  }
  // Logged in by another tab: there is nothing left to ask.
  if (user && !isOfSession(challenge.purpose)) redirect(challenge.returnTo ?? defaultDestination);

  if (challenge.isProven && challenge.chosen) {
    return (
      <LoginShell title="One thing to change" lead="Your email is confirmed. Only this is left:">
        <ChooseAgainForm challengeId={challenge.id} next={challenge.returnTo} chosen={challenge.chosen} />
      </LoginShell>
    );
  }

  const { title, verifyAction, wayBackLabel } = asks[challenge.purpose];
  const isPhone = challenge.purpose === "VERIFY_PHONE";
  const phoneChannels = phoneChannelsFor(challenge.purpose);
  const now = Date.now();
  const resendInSeconds = challenge.resendAt && Math.max(0, Math.ceil((challenge.resendAt.getTime() - now) / 1_000));
  return (
    <LoginShell
      title={title}
      lead={
        <p>
          We are sending a message to{" "}
          <strong className="text-ink [overflow-wrap:anywhere]">{challenge.maskedAddress}</strong>. A code works for 10
          minutes, in this browser only.
        </p>
      }
      after={
        <>
          <p>
            <TextLink href={wayBackFrom(challenge)}>{wayBackLabel}</TextLink>
          </p>
          {challenge.act ? (
            <p className="mt-3">
              <TextLink href={recoveryProofPath(challenge.act, challenge.returnTo ?? "/account")} prefetch={false}>
                Confirm with a recovery code
              </TextLink>
            </p>
          ) : null}
        </>
      }
    >
      {isLate ? <Alert tone="warning">{messages.CODES_LATE}</Alert> : null}
      {challenge.isRefused ? (
        <Alert tone="danger">{isPhone ? messages.PHONE_REFUSED : messages.MAIL_REFUSED}</Alert>
      ) : null}
      <OtpForm
        verifyAction={verifyAction}
        challengeId={challenge.id}
        next={challenge.returnTo}
        mayComeByText={isPhone || phoneChannels.includes("sms")}
      />
      <ResendForm
        challengeId={challenge.id}
        resendInSeconds={resendInSeconds}
        sends={challenge.sends}
        isPhone={isPhone}
        phoneChannels={phoneChannels}
      />
      <LateCodesWatch />
      {isOfSession(challenge.purpose) ? null : <LoginWatch />}
    </LoginShell>
  );
}
