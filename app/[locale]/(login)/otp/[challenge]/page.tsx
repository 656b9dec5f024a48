import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { recoveryCodePath } from "@/app/[locale]/_step-up/step-up-method";
import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { type ChallengePurpose, findPendingChallenge, isOfSession } from "@/lib/auth/challenge/challenge";
import { findExpiredChallenge, findForeignChallenge } from "@/lib/auth/challenge/expired-challenge";
import { findReturnPath } from "@/lib/auth/challenge/return-path";
import { findChallengeKey } from "@/lib/auth/device/trusted-device";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { defaultDestination, pathWith } from "@/lib/http/safe-redirect";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { phoneChannelsFor } from "@/lib/phone/phone-channels";
import { readLinkToken } from "@/lib/signed-link/link-token";
import { areCodesLate } from "@/lib/verification/provider-health";
import { confirmEmailAction, confirmPhoneAction, confirmStepUpAction, verifyCodeAction } from "./actions";
import { ChooseAgainForm } from "./choose-again-form";
import { ExpiredChallengePage, ForeignChallengePage } from "./expired-pages";
import { LateCodesWatch, ResendForm } from "./new-code-forms";
import { returnPathFrom } from "./next-page";
import { OtpForm, type VerifyAction } from "./otp-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("otp"))("title") };
}

const asks = {
  LOGIN: { title: "title", verifyAction: verifyCodeAction, returnLabel: "otherEmail" },
  REGISTER: { title: "title", verifyAction: verifyCodeAction, returnLabel: "otherEmail" },
  STEP_UP: { title: "stepUpTitle", verifyAction: confirmStepUpAction, returnLabel: "toAccount" },
  CHANGE_EMAIL: { title: "changeEmailTitle", verifyAction: confirmEmailAction, returnLabel: "otherAddress" },
  VERIFY_PHONE: { title: "verifyPhoneTitle", verifyAction: confirmPhoneAction, returnLabel: "otherNumber" },
} as const satisfies Record<ChallengePurpose, { title: string; verifyAction: VerifyAction; returnLabel: string }>;

type OtpPageProps = { params: Promise<{ challenge: string }> };

export default async function OtpPage({ params }: OtpPageProps) {
  const id = readLinkToken((await params).challenge);
  const browserKey = await findChallengeKey();
  const [challenge, isLate, user] = await orUnavailable(() =>
    Promise.all([findPendingChallenge(id, browserKey), areCodesLate(), findCurrentUser()]),
  );
  if (challenge === null) {
    const ended = await orUnavailable(() => findExpiredChallenge(id, browserKey));
    if (ended && isOfSession(ended.purpose)) {
      redirect(
        pathWith(ended.returnTo ?? "/account", {
          notice: ended.purpose === "STEP_UP" ? "STEP_UP_ENDED" : "CHANGE_CODE_ENDED",
        }),
      );
    }
    if (user) redirect(await orUnavailable(() => findReturnPath(id, user)));
    if (ended) return <ExpiredChallengePage ended={ended} />;
    const locale = await getLocale();
    const foreign = await orUnavailable(() => findForeignChallenge(id, locale));
    // The empty fragment drops a mailed code.
    if (foreign === null) redirect("/login?notice=CHALLENGE_ENDED#");
    return <ForeignChallengePage {...foreign} />;
  }
  // Logged in by another tab.
  if (user && !isOfSession(challenge.purpose)) redirect(challenge.returnTo ?? defaultDestination);

  const t = await getTranslations("otp");
  const words = await getWords("otp");
  if (challenge.isReauthenticated && challenge.chosen) {
    const fields = await getWords("fields");
    return (
      <LoginShell title={t("chooseAgain.title")} lead={t("chooseAgain.lead")}>
        <ChooseAgainForm
          challengeId={challenge.id}
          next={challenge.returnTo}
          chosen={challenge.chosen}
          words={{ ...words.chooseAgain, username: fields.username.label, phone: fields.phone.label }}
        />
      </LoginShell>
    );
  }

  const feedback = await getTranslations("feedback");
  const { title, verifyAction, returnLabel } = asks[challenge.purpose];
  const isPhone = challenge.purpose === "VERIFY_PHONE";
  const phoneChannels = phoneChannelsFor(challenge.purpose);
  const now = Date.now();
  const resendInSeconds = challenge.resendAt && Math.max(0, Math.ceil((challenge.resendAt.getTime() - now) / 1_000));
  return (
    <LoginShell
      title={t(title)}
      lead={
        <p>
          {t.rich("lead", {
            address: challenge.maskedAddress,
            to: (chunks) => (
              <strong className="text-ink [overflow-wrap:anywhere]">
                <bdi dir="ltr">{chunks}</bdi>
              </strong>
            ),
          })}
        </p>
      }
      after={
        <>
          <p>
            <TextLink href={returnPathFrom(challenge)}>{t(returnLabel)}</TextLink>
          </p>
          {challenge.act ? (
            <p className="mt-3">
              <TextLink href={recoveryCodePath(challenge.act, challenge.returnTo ?? "/account")} prefetch={false}>
                {t("byRecoveryCode")}
              </TextLink>
            </p>
          ) : null}
        </>
      }
    >
      {isLate ? <Alert tone="warning">{feedback("CODES_LATE")}</Alert> : null}
      {challenge.isRefused ? <Alert tone="danger">{feedback(isPhone ? "PHONE_REFUSED" : "MAIL_REFUSED")}</Alert> : null}
      <OtpForm
        verifyAction={verifyAction}
        challengeId={challenge.id}
        next={challenge.returnTo}
        mayComeByText={isPhone || phoneChannels.includes("sms")}
        words={words.form}
      />
      <ResendForm
        challengeId={challenge.id}
        resendInSeconds={resendInSeconds}
        sends={challenge.sends}
        isPhone={isPhone}
        phoneChannels={phoneChannels}
        words={words.resend}
      />
      <LateCodesWatch />
      {isOfSession(challenge.purpose) ? null : <LoginWatch />}
    </LoginShell>
  );
}
