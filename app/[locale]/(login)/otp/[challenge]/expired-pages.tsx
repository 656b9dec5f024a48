import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { AskedFrom } from "@/components/layout/asked-from";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { ExpiredChallenge, ForeignChallenge } from "@/lib/auth/challenge/expired-challenge";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { RestartForm } from "./new-code-forms";
import { returnPathFrom } from "./next-page";
import { ForgetMailedCode } from "./prefill";

const reasons = {
  EXPIRED: { title: "ended.expiredTitle", lead: "CODE_EXPIRED" },
  TOO_MANY_ATTEMPTS: { title: "ended.spentTitle", lead: "CODE_TRIES_SPENT" },
} as const;

/** For the browser that asked: one press repeats the request. */
export async function ExpiredChallengePage({ ended }: { ended: ExpiredChallenge }) {
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

/** For another browser that opened the mailed link. */
export async function ForeignChallengePage({ device, askedAt }: ForeignChallenge) {
  const t = await getTranslations("otp");
  const clock = { locale: await getLocale(), timeZone: null };
  return (
    <LoginShell
      title={t("elsewhere.title")}
      lead={t("elsewhere.lead")}
      after={<TextLink href="/login">{t("elsewhere.logIn")}</TextLink>}
    >
      <AskedFrom device={device} at={askedAt} when={writeTime(askedAt, clock)} />
      <p className="text-fine text-ink-muted">{t("elsewhere.notYou")}</p>
      <ForgetMailedCode />
    </LoginShell>
  );
}
