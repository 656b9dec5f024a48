import { describeError, logEvent } from "@/lib/log";
import { sendNewBrowserMail } from "@/lib/mail/new-browser-mail";
import { mayAskProvider, recordProviderOutcome } from "@/lib/verification/provider-health";
import type { FinishedLogin } from "./finish-challenge";
import { makeReportToken } from "./report-token";
import type { Visitor } from "./visitor";

/** After so many wrong codes a success is worth a look by the account's owner, from whatever browser (R34; ASVS 6.3.5). */
const wrongCodesToAlert = 3;

/**
 * Tells the owner of an account of a login that they may not have made: from a browser that was not known there, or after
 * several wrong codes. The mail's button forgets that browser and ends its sessions, also when whoever it is has logged
 * out or in again meanwhile. Runs after the response, and never throws: a mail that fails undoes no login.
 */
export async function alertNewBrowser(login: FinishedLogin, visitor: Visitor): Promise<void> {
  if (!login.isNewBrowser && login.wrongCodes < wrongCodesToAlert) return;
  try {
    if (!(await mayAskProvider("sendgrid"))) return;
    const sent = await sendNewBrowserMail({
      to: login.email,
      device: visitor.device,
      at: new Date(),
      reportToken: makeReportToken("browser", login.browserId),
    });
    await recordProviderOutcome("sendgrid", sent.ok || sent.error === "ADDRESS_REFUSED" ? null : sent.error);
  } catch (error) {
    logEvent("error", "new_browser_alert_failed", describeError(error));
  }
}
