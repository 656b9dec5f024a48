import { env } from "@/lib/env";
import { maskEmail } from "@/lib/identifier";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

export type EmailChange = { username: string; oldEmail: string; newEmail: string; isDisabled: boolean; at: Date };

/**
 * Tells the address that an account had until now that it has another one (R33; ASVS 6.3.7). The new one is masked:
 * whoever reads the old mailbox need not be its owner any more.
 */
export async function sendEmailTakenAwayMail({ username, oldEmail, newEmail, at }: EmailChange) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const notice = layOutNotice({
    heading: "Your account has another email address",
    paragraphs: [
      `The shop changed the email address of the account ${username} at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) to ${maskEmail(newEmail)} on ${utcTime(at)}. Codes for it go there from now on, and it was logged out everywhere.`,
      "If you asked for this, there is nothing to do.",
      "If you did not ask for this, write to the shop at once.",
    ],
  });
  const subject = `Your ${SENDGRID_FROM_NAME} account has another email address`;
  return await sendMail("email-taken-away", { to: oldEmail, subject, ...notice });
}

/**
 * Tells an address that it is an account's from now on (R33). It says nothing of the address before, and calls nobody to
 * log in to an account that is disabled.
 */
export async function sendEmailGivenMail({ username, newEmail, isDisabled, at }: EmailChange) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const notice = layOutNotice({
    heading: isDisabled ? "This is now your account's address" : "Log in with this address now",
    paragraphs: [
      `The shop made this the email address of the account ${username} at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) on ${utcTime(at)}. ${isDisabled ? "The account is disabled at the moment." : "The account was logged out everywhere: log in with this address, and we send a code to it."}`,
      "If you do not know this account, write to the shop.",
    ],
    ...(isDisabled ? {} : { link: { label: "Log in", path: "/login" } }),
  });
  const subject = `This is now the address of your ${SENDGRID_FROM_NAME} account`;
  return await sendMail("email-given", { to: newEmail, subject, ...notice });
}
