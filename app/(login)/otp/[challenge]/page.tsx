import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { recoveryProofPath } from "@/app/passkey-proof/recovery-proof-path";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access-rules";
import { findChallengeKey } from "@/lib/auth/browser-key";
import { type ChallengePurpose, findPendingChallenge } from "@/lib/auth/challenge";
import { findCurrentUser } from "@/lib/auth/current-user";
import { type ForeignChallenge, findForeignChallenge } from "@/lib/auth/find-foreign-challenge";
import { messages } from "@/lib/auth/messages";
import { phoneChannelsFor } from "@/lib/auth/phone-channels-for";
import { areCodesLate } from "@/lib/verification/provider-health";
import { confirmEmailAction, confirmPhoneAction, confirmStepUpAction, verifyCodeAction } from "./actions";
import { AskedElsewhere } from "./asked-elsewhere";
import { ChooseAgainForm } from "./choose-again-form";
import { LateCodesWatch } from "./late-codes-watch";
import { OtpForm, type VerifyAction } from "./otp-form";
import { ResendForm } from "./resend-form";

export const metadata: Metadata = { title: "Enter your code" };

const asks: Record<
  ChallengePurpose,
  { title: string; verifyAction: VerifyAction; wayBack: { href: string; label: string } }
> = {
  LOGIN: {
    title: "Enter your code",
    verifyAction: verifyCodeAction,
    wayBack: { href: "/login", label: "Use another email" },
  },
  REGISTER: {
    title: "Enter your code",
    verifyAction: verifyCodeAction,
    wayBack: { href: "/register", label: "Use another email" },
  },
  STEP_UP: {
    title: "Confirm that it is you",
    verifyAction: confirmStepUpAction,
    wayBack: { href: "/account", label: "Back to your account" },
  },
  CHANGE_EMAIL: {
    title: "Confirm your new address",
    verifyAction: confirmEmailAction,
    wayBack: { href: "/account/email", label: "Use another address" },
  },
  VERIFY_PHONE: {
    title: "Confirm your phone number",
    verifyAction: confirmPhoneAction,
    wayBack: { href: "/account/phone", label: "Use another number" },
  },
};

type OtpPageProps = { params: Promise<{ challenge: string }> };

export default async function OtpPage({ params }: OtpPageProps) {
  const { challenge: id } = await params;
  const browserKey = await findChallengeKey();
  const [challenge, isLate] = await orUnavailable(() =>
    Promise.all([findPendingChallenge(id, browserKey), areCodesLate()]),
  );
  if (challenge === null) {
    const foreign = await orUnavailable(() => findElsewhere(id));
    // The empty fragment replaces a mailed code, which the browser would carry along.
    if (foreign === null) redirect("/login?notice=CHALLENGE_ENDED#");
    return <AskedElsewhere {...foreign} />;
  }

  if (challenge.isProven && challenge.chosen) {
    return (
      <LoginShell title="One thing to change" lead="Your email is confirmed. Only this is left:">
        <ChooseAgainForm challengeId={challenge.id} chosen={challenge.chosen} />
      </LoginShell>
    );
  }

  const { title, verifyAction, wayBack } = asks[challenge.purpose];
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
            <TextLink href={wayBack.href}>{wayBack.label}</TextLink>
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
    </LoginShell>
  );
}

/** Whoever is logged in here has no use for the code of another browser. */
async function findElsewhere(id: string): Promise<ForeignChallenge | null> {
  return (await findCurrentUser()) === null ? await findForeignChallenge(id) : null;
}
