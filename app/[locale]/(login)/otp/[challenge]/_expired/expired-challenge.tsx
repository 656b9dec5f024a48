import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { returnPathFrom } from "@/app/[locale]/(login)/otp/[challenge]/_expired/return-path";
import { ForgetMailedCode } from "@/app/[locale]/(login)/otp/[challenge]/_prefill/forget-mailed-code";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { ExpiredChallenge } from "@/lib/auth/challenge/expired-challenge";
import { getTranslations } from "@/lib/i18n/page-translations";
import { RestartForm } from "./restart-form";

const reasons = {
  EXPIRED: { title: "ended.expiredTitle", lead: "CODE_EXPIRED" },
  TOO_MANY_ATTEMPTS: { title: "ended.spentTitle", lead: "CODE_TRIES_SPENT" },
} as const;

/** For the browser that asked, when its request takes no code any more: one press asks for the same once more. */
export async function ExpiredRequest({ ended }: { ended: ExpiredChallenge }) {
  const { id, maskedAddress, isMailRefused, why } = ended;
  const { title, lead } = reasons[why];
  const t = await getTranslations("otp");
  const feedback = await getTranslations("feedback");
  return (
    <LoginShell
      title={t(title)}
      lead={<p>{feedback(lead)}</p>}
      after={<TextLink href={returnPathFrom(ended)}>{t("otherEmail")}</TextLink>}
    >
      {isMailRefused ? <Alert tone="danger">{feedback("MAIL_REFUSED")}</Alert> : null}
      <RestartForm challengeId={id} pendingLabel={t("ended.sending")}>
        {t.rich("ended.sendTo", { address: maskedAddress, to: (chunks) => <bdi dir="ltr">{chunks}</bdi> })}
      </RestartForm>
      <ForgetMailedCode />
      <LoginWatch />
    </LoginShell>
  );
}
