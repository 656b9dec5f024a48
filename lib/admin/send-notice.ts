import { describeError, logEvent } from "@/lib/log";
import { fail, type Result } from "@/lib/result";
import { mayAskProvider, recordProviderOutcome } from "@/lib/verification/provider-health";

export type NoticeFailure = "MAIL_NOT_SENT" | "ADDRESS_REFUSED";

/**
 * Has `send` send one mail that an admin's change brings about, unless SendGrid is failing and not to be asked. Never
 * throws, since the change is made; why a mail did not go is in the log, under its `kind`.
 */
export async function sendNotice(
  kind: string,
  send: () => Promise<Result<null, NoticeFailure>>,
): Promise<Result<null, NoticeFailure>> {
  try {
    if (!(await mayAskProvider("sendgrid"))) {
      logEvent("error", "notice_not_sent", { kind, reason: "SendGrid is failing and was not asked" });
      return fail("MAIL_NOT_SENT");
    }
    const sent = await send();
    await recordProviderOutcome("sendgrid", sent.ok || sent.error === "ADDRESS_REFUSED" ? null : sent.error);
    if (!sent.ok) logEvent("error", "notice_not_sent", { kind, reason: sent.error });
    return sent;
  } catch (error) {
    logEvent("error", "notice_not_sent", { kind, ...describeError(error) });
    return fail("MAIL_NOT_SENT");
  }
}
