import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access-rules";
import { findChallengeKey } from "@/lib/auth/browser-key";
import { findPendingChallenge } from "@/lib/auth/challenge";
import { messages } from "@/lib/auth/messages";
import { areCodesLate } from "@/lib/verification/provider-health";
import { ChooseAgainForm } from "./choose-again-form";
import { LateCodesWatch } from "./late-codes-watch";
import { OtpForm } from "./otp-form";
import { ResendForm } from "./resend-form";

export const metadata: Metadata = { title: "Enter your code" };

type OtpPageProps = { params: Promise<{ challenge: string }> };

export default async function OtpPage({ params }: OtpPageProps) {
  const { challenge: id } = await params;
  const browserKey = await findChallengeKey();
  const [challenge, isLate] = await orUnavailable(() =>
    Promise.all([findPendingChallenge(id, browserKey), areCodesLate()]),
  );
  if (challenge === null) redirect("/login?notice=CHALLENGE_ENDED");

  if (challenge.isProven && challenge.chosen) {
    return (
      <LoginShell title="One thing to change" lead="Your email is confirmed. Only this is left:">
        <ChooseAgainForm challengeId={challenge.id} chosen={challenge.chosen} />
      </LoginShell>
    );
  }

  const now = Date.now();
  const resendInSeconds = challenge.resendAt && Math.max(0, Math.ceil((challenge.resendAt.getTime() - now) / 1_000));
  return (
    <LoginShell
      title="Enter your code"
      lead={
        <p>
          We are sending a message to{" "}
          <strong className="text-ink [overflow-wrap:anywhere]">{challenge.maskedAddress}</strong>. A code works for 10
          minutes, in this browser only.
        </p>
      }
      after={<TextLink href={challenge.purpose === "REGISTER" ? "/register" : "/login"}>Use another email</TextLink>}
    >
      {isLate ? <Alert tone="warning">{messages.CODES_LATE}</Alert> : null}
      {challenge.isMailRefused ? <Alert tone="danger">{messages.MAIL_REFUSED}</Alert> : null}
      <OtpForm challengeId={challenge.id} next={challenge.returnTo} />
      <ResendForm challengeId={challenge.id} resendInSeconds={resendInSeconds} />
      <LateCodesWatch />
    </LoginShell>
  );
}
