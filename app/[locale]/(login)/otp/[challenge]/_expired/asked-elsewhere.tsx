import { ForgetMailedCode } from "@/app/[locale]/(login)/otp/[challenge]/_prefill/forget-mailed-code";
import { AskedFrom } from "@/components/layout/asked-from";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import type { ForeignChallenge } from "@/lib/auth/challenge/expired-challenge";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

/** For a browser that holds the link of a code mail but did not ask for the code: it has nothing to type it into. */
export async function AskedElsewhere({ device, askedAt }: ForeignChallenge) {
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
