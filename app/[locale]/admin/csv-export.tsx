import { after } from "next/server";
import type { ReactNode } from "react";
import { type ExportRefusal, startExport } from "@/lib/admin/start-export";
import type { AuditEntry } from "@/lib/audit/events";
import { orUnavailable, refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { pathWith, seeOther } from "@/lib/http/safe-redirect";
import { isSameOrigin } from "@/lib/http/same-origin";
import { readVisitor } from "@/lib/http/visitor";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale, getWords } from "@/lib/i18n/page-translations";
import type { ExportedRecords } from "@/lib/mail/staff-mails";
import { ExportProgress } from "./export-progress";

type ExportFormProps = {
  href: string;
  /** Such as "about 1,000 users". */
  of: string;
  refusal?: ExportRefusal | undefined;
  children: ReactNode;
};

/** Asks for a passkey and shows progress. */
export async function ExportForm({ refusal, ...props }: ExportFormProps) {
  const [locale, { export: words }] = await Promise.all([getLocale(), getWords("adminOverview")]);
  return (
    <ExportProgress
      {...props}
      words={words}
      problem={refusal ? words.refusals[refusal] : null}
      languageTag={formatTag(locale)}
    />
  );
}

/** The file, or `page` with the reason. By POST: it spends a re-authentication. */
export async function answerExport(
  request: Request,
  session: LiveSession,
  {
    page,
    records,
    entry,
    file,
  }: {
    page: string;
    records: ExportedRecords;
    entry: Pick<AuditEntry, "name" | "details">;
    file: () => Response;
  },
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  const { id, username } = session.user;
  const { ip, userAgent } = readVisitor(request.headers);
  const staff = { id, username, sessionId: session.id, ip, userAgent };
  const started = await orUnavailable(() => startExport(staff, records, entry));
  if (!started.ok) return seeOther(exportNotice.on(page, started.error));
  after(sendDueMails);
  return file();
}

const refusals: readonly ExportRefusal[] = ["REAUTHENTICATION_NEEDED", "EXPORTS_SPENT"];
const parameter = "export";

export const exportNotice = {
  on(page: string, refusal: ExportRefusal): string {
    return pathWith(page, { [parameter]: refusal });
  },
  find(query: Record<string, unknown>): ExportRefusal | undefined {
    return refusals.find((refusal) => refusal === query[parameter]);
  },
};
