import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { describeError, logEvent } from "@/lib/log";
import { sendNewBrowserMail } from "@/lib/mail/new-browser-mail";
import { mayAskProvider, recordProviderOutcome } from "@/lib/verification/provider-health";
import { traceOf } from "./challenge-trace";
import type { FinishedLogin } from "./finish-challenge";
import { makeReportToken } from "./report-token";
import type { Visitor } from "./visitor";

/** After so many wrong codes a success is worth a look by the account's owner, from whatever browser (R34; ASVS 6.3.5). */
const wrongCodesToAlert = 3;

/**
 * Tells the owner of an account of a login that they may not have made: from a browser that was not known there, or after
 * several wrong codes. The mail's button forgets that browser and ends its sessions, also when whoever it is has logged
 * out or in again meanwhile. Runs after the response, and never throws: a mail that fails undoes no login. The audit
 * trail says whether it went, and the log why not.
 */
export async function alertNewBrowser(login: FinishedLogin, visitor: Visitor): Promise<void> {
  if (!login.isNewBrowser && login.wrongCodes < wrongCodesToAlert) return;
  try {
    const failure = await send(login, visitor);
    if (failure !== null) logEvent("error", "new_browser_alert_not_sent", failure);
    await recordEvent(db(), {
      name: "new_browser_alerted",
      subjectId: login.userId,
      ...traceOf(null, login.email, visitor),
      details: { isSent: failure === null },
    });
  } catch (error) {
    logEvent("error", "new_browser_alert_not_recorded", describeError(error));
  }
}

/** Null if SendGrid took the mail, else why not, as fields for the log. */
async function send(login: FinishedLogin, visitor: Visitor): Promise<Parameters<typeof logEvent>[2] | null> {
  try {
    if (!(await mayAskProvider("sendgrid"))) return { reason: "SendGrid is failing and was not asked" };
    const sent = await sendNewBrowserMail({
      to: login.email,
      device: visitor.device,
      at: new Date(),
      reason: login.isNewBrowser ? "new browser" : "wrong codes",
      reportToken: makeReportToken("browser", login.browserId),
    });
    await recordProviderOutcome("sendgrid", sent.ok || sent.error === "ADDRESS_REFUSED" ? null : sent.error);
    return sent.ok ? null : { reason: sent.error };
  } catch (error) {
    return describeError(error);
  }
}
