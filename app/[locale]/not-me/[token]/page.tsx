import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { AskedFrom } from "@/components/layout/asked-from";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findReport, type ReportTopic } from "@/lib/auth/report/find-report";
import { describeDevice } from "@/lib/http/visitor";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import type { Words } from "@/lib/i18n/translator";
import { reportNotMeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notMe");
  return { title: t("metaTitle"), robots: { index: false } };
}

// What the page shows changes with the press of its button, so no copy of it may be kept.
export const dynamic = "force-dynamic";

type NotMePageProps = { params: Promise<{ token: string }> };

/** Opened by GET it changes nothing, however often and by whatever: scanners of mails open every link. */
export default async function NotMePage({ params }: NotMePageProps) {
  const { token } = await params;
  const report = await orUnavailable(() => findReport(token));
  if (report === null) notFound();

  const [locale, common, { topics, ...t }] = await Promise.all([
    getLocale(),
    getTranslations("mailedLinks"),
    getWords("notMe"),
  ]);
  const words = topics[nameOf(report.topic)];
  if (report.isEnded || report.isKept) {
    return (
      <LoginShell
        title={report.isKept ? words.title : words.endedTitle}
        after={
          <TextLink href="/login" prefetch={false}>
            {common("logIn")}
          </TextLink>
        }
      >
        {report.isKept ? (
          <p>{t.passkeyKept}</p>
        ) : (
          <>
            <FormMessage tone="success">{words.ended}</FormMessage>
            <div className="grid gap-2 text-ink-muted">
              {report.slowsSource ? <p>{t.slowing}</p> : null}
              <p>{words.advice}</p>
            </div>
          </>
        )}
      </LoginShell>
    );
  }
  const consequences = [
    ...Object.values<string>(words.consequences),
    ...("passkeysGo" in words.consequences ? [t.passkeysStay] : []),
    ...(report.slowsSource ? [t.slowing] : []),
  ];
  return (
    <LoginShell
      title={words.title}
      lead={words.lead}
      after={
        <TextLink href="/" prefetch={false}>
          {common("leave")}
        </TextLink>
      }
    >
      {report.asked ? (
        <AskedFrom
          device={describeDevice(report.asked.userAgent, locale)}
          at={report.asked.at}
          when={writeTime(report.asked.at, { locale, timeZone: null })}
          terms={words.terms}
        />
      ) : null}
      <div className="grid gap-2">
        <p className="font-semibold">{common("ifPressed")}</p>
        <ul className="grid list-disc gap-1.5 ps-5">
          {consequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
      </div>
      <form action={reportNotMeAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton block variant="danger" pendingLabel={t.ending}>
          {t.submit}
        </SubmitButton>
      </form>
    </LoginShell>
  );
}

/** A login is told by its session or by its browser; to the person it is one thing. */
function nameOf(topic: ReportTopic): keyof Words<"notMe">["topics"] {
  return topic === "session" || topic === "browser" ? "login" : topic;
}
