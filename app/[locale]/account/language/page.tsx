import type { Metadata } from "next";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { requireSession } from "@/lib/auth/access/access-rules";
import { isLocale, type Locale, languageNames, locales } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { changeLanguageAction } from "./actions";
import { TimeZoneField } from "./time-zone-field";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("language");
  return { title: t("title"), robots: { index: false } };
}

type LanguagePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LanguagePage({ searchParams }: LanguagePageProps) {
  const { user } = await requireSession("/account/language");
  const [t, locale, query] = await Promise.all([getTranslations("language"), getLocale(), searchParams]);
  const notice = Object.keys(languageNotices).find((known): known is LanguageNotice => known === query.notice);
  return (
    <PageShell>
      <AccountNav current="/account" />
      <PageHeading title={t("title")} lead={t("lead")} />
      <div className="grid max-w-reading gap-6">
        <PageNotice tone={notice ? languageNotices[notice] : "success"} about={`${user.locale} ${user.timeZone}`}>
          {notice ? t(`notices.${notice}`) : null}
        </PageNotice>
        <Card>
          <form action={changeLanguageAction} className="grid gap-6">
            <LanguageField chosen={isLocale(user.locale) ? user.locale : locale} />
            <TimeZoneField chosen={user.timeZone} />
            <div>
              <SubmitButton pendingLabel={t("saving")}>{t("save")}</SubmitButton>
            </div>
          </form>
        </Card>
      </div>
    </PageShell>
  );
}

/** Each by its own name. */
async function LanguageField({ chosen }: { chosen: Locale }) {
  const t = await getTranslations("language");
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t("languages")}</legend>
      <div className="flex flex-wrap gap-x-8">
        {locales.map((locale) => (
          <label key={locale} className="flex min-h-touch items-center gap-3">
            <input
              type="radio"
              name="locale"
              value={locale}
              defaultChecked={locale === chosen}
              className="size-5 shrink-0 accent-accent"
            />
            <span lang={locale}>{languageNames[locale]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const languageNotices = { LANGUAGE_SAVED: "success", LANGUAGE_UNKNOWN: "danger" } as const;

type LanguageNotice = keyof typeof languageNotices;
