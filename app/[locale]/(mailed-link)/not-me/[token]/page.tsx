import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { reportNotMeAction } from "@/app/[locale]/(mailed-link)/actions";
import { ConfirmPage, DonePage, mailedLinkMetadata } from "@/app/[locale]/(mailed-link)/mailed-link-pages";
import { FormMessage } from "@/components/form/form-message";
import { AskedFrom } from "@/components/layout/asked-from";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findReport, type ReportTopic } from "@/lib/auth/report/find-report";
import { describeDevice } from "@/lib/http/visitor";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getWords } from "@/lib/i18n/page-translations";
import type { Words } from "@/lib/i18n/translator";

export function generateMetadata(): Promise<Metadata> {
  return mailedLinkMetadata("notMe");
}

// Changes when its button is pressed.
export const dynamic = "force-dynamic";

type NotMePageProps = { params: Promise<{ token: string }> };

export default async function NotMePage({ params }: NotMePageProps) {
  const { token } = await params;
  const report = await orUnavailable(() => findReport(token));
  if (report === null) notFound();

  const [locale, { topics, ...t }] = await Promise.all([getLocale(), getWords("notMe")]);
  const words = topics[nameOf(report.topic)];
  if (report.isEnded || report.isKept) {
    return (
      <DonePage title={report.isKept ? words.title : words.endedTitle}>
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
      </DonePage>
    );
  }
  const consequences = [
    ...Object.values<string>(words.consequences),
    ...("passkeysGo" in words.consequences ? [t.passkeysStay] : []),
    ...(report.slowsSource ? [t.slowing] : []),
  ];
  return (
    <ConfirmPage
      title={words.title}
      lead={words.lead}
      consequences={consequences}
      action={reportNotMeAction}
      token={token}
      submit={{ label: t.submit, pendingLabel: t.ending, isDanger: true }}
    >
      {report.asked ? (
        <AskedFrom
          device={describeDevice(report.asked.userAgent, locale)}
          at={report.asked.at}
          when={writeTime(report.asked.at, { locale, timeZone: null })}
          terms={words.terms}
        />
      ) : null}
    </ConfirmPage>
  );
}

function nameOf(topic: ReportTopic): keyof Words<"notMe">["topics"] {
  return topic === "session" || topic === "browser" ? "login" : topic;
}
