import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { TypedRegistration } from "@/lib/auth/challenge/typed-registration";
import type { MessageCode } from "@/lib/http/notices";
import { pathWith } from "@/lib/http/safe-redirect";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { RegisterForm } from "./register-form";

type RegisterViewProps = {
  next?: string | null;
  from?: string | null;
  notice?: MessageCode | null;
  typed?: TypedRegistration["values"] | undefined;
};

/** Without props the page of a stranger, the same for all: it may hold nothing about a visitor. */
export async function RegisterView({ next = null, from = null, notice = null, typed }: RegisterViewProps) {
  const [t, feedback, fields] = await Promise.all([
    getTranslations("register"),
    getTranslations("feedback"),
    getTranslations("fields"),
  ]);
  const country = defaultPhoneCountry();
  return (
    <LoginShell
      title={t("title")}
      lead={t("lead")}
      after={t.rich("alreadyMember", {
        link: (chunks) => (
          <TextLink href={pathWith("/login", { next, from })} prefetch={false}>
            {chunks}
          </TextLink>
        ),
      })}
    >
      {notice ? <Alert tone="warning">{feedback(notice)}</Alert> : null}
      <RegisterForm
        next={next}
        country={country.code}
        phoneHint={fields("phone.hint", { country: country.nameIn(await getLocale()) })}
        words={(await getWords("register")).form}
        fields={await getWords("fields")}
        typed={typed}
      />
      <LoginWatch />
    </LoginShell>
  );
}
