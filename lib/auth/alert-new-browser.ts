import { sendNewBrowserMail } from "@/lib/mail/new-browser-mail";
import { recipientOf } from "@/lib/mail/recipient";
import type { FinishedLogin } from "./finish-challenge";
import { makeReportToken } from "./report-token";
import { sendAlert } from "./send-alert";
import { describeDevice, type Visitor } from "./visitor";

/** After so many wrong codes a success is worth a look by the account's owner, from whatever browser (R34; ASVS 6.3.5). */
const wrongCodesToAlert = 3;

/**
 * Tells the owner of an account of a login that they may not have made: from a browser that was not known there, or
 * after several wrong codes. The mail's button forgets that browser and ends its sessions, also when whoever it is has
 * logged out or in again meanwhile. Runs after the response, and never throws: a mail that fails undoes no login. The
 * audit trail says whether it went, and the log why not.
 */
export async function alertNewBrowser(login: FinishedLogin, visitor: Visitor): Promise<void> {
  if (!login.isNewBrowser && login.wrongCodes < wrongCodesToAlert) return;
  const owner = { id: login.userId, email: login.email };
  const to = recipientOf(login);
  await sendAlert(
    { name: "new_browser_alerted" },
    owner,
    visitor,
    async () =>
      await sendNewBrowserMail({
        to,
        device: describeDevice(visitor.userAgent, to.locale),
        at: new Date(),
        reason: login.isNewBrowser ? "newBrowser" : "wrongCodes",
        reportToken: makeReportToken("browser", login.browserId),
      }),
  );
}
