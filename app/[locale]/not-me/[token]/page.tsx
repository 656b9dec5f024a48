import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { AskedFrom } from "@/components/layout/asked-from";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access-rules";
import { findReport } from "@/lib/auth/find-report";
import { utcTime } from "@/lib/utc-time";
import { reportNotMeAction } from "./actions";
import { reportWords } from "./report-words";

export const metadata: Metadata = { title: "This was not me", robots: { index: false } };

// What the page shows changes with the press of its button, so no copy of it may be kept.
export const dynamic = "force-dynamic";

type NotMePageProps = { params: Promise<{ token: string }> };

/** Opened by GET it changes nothing, however often and by whatever: scanners of mails open every link. */
export default async function NotMePage({ params }: NotMePageProps) {
  const { token } = await params;
  const report = await orUnavailable(() => findReport(token));
  if (report === null) notFound();

  const words = reportWords[report.topic];
  const consequences = report.slowsSource ? [...words.consequences, words.slowing] : words.consequences;
  return (
    <LoginShell
      title={report.isEnded ? words.endedTitle : words.title}
      lead={report.isEnded ? null : words.lead}
      after={
        <TextLink href={report.isEnded ? "/login" : "/"} prefetch={false}>
          {report.isEnded ? "Log in" : words.leave}
        </TextLink>
      }
    >
      <FormMessage tone="success">{report.isEnded ? words.ended : null}</FormMessage>
      {report.asked && !report.isEnded ? (
        <AskedFrom
          device={report.asked.device}
          at={report.asked.at}
          when={utcTime(report.asked.at)}
          terms={words.terms}
        />
      ) : null}
      {report.isEnded ? (
        <p className="text-ink-muted">
          {report.slowsSource ? `${words.slowing} ` : null}
          {words.advice}
        </p>
      ) : (
        <>
          <div className="grid gap-2">
            <p className="font-semibold">If you press the button:</p>
            <ul className="grid list-disc gap-1.5 pl-5">
              {consequences.map((consequence) => (
                <li key={consequence}>{consequence}</li>
              ))}
            </ul>
          </div>
          <form action={reportNotMeAction}>
            <input type="hidden" name="token" value={token} />
            <SubmitButton block variant="danger" pendingLabel="Ending…">
              This was not me
            </SubmitButton>
          </form>
        </>
      )}
    </LoginShell>
  );
}
