import { env } from "@/lib/env";
import { maskEmail } from "@/lib/identifier";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

export type OwnEmailChange = {
  oldEmail: string;
  newEmail: string;
  /** Browser and system in words. */
  device: string;
  at: Date;
  /** Authority to undo it, see lib/auth/undo-email-token.ts. */
  undoToken: string;
};

/**
 * Tells the address that an account had until now that its owner, or somebody in their name, moved it to another (R33;
 * ASVS 6.3.7). The new one is masked: whoever reads the old mailbox need not be its owner any more.
 */
export async function sendAddressLeftMail({ oldEmail, newEmail, device, at, undoToken }: OwnEmailChange) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const heading = "Your account has another email address";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `Your account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) has the address ${maskEmail(newEmail)} now: ${device}, ${utcTime(at)}. Codes go there from now on, and this address opens nothing any more.`,
      "If it was you, there is nothing to do.",
      "If it was not you, the link puts your account back to this address and logs everybody out, whatever was done with the account since. It opens a page with one button, and works for seven days. So long nobody else can register with this address.",
    ],
    link: { label: "This was not me", path: `/undo-email/${undoToken}` },
  });
  return await sendMail("own-email-left", { to: oldEmail, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}

/** Tells an address that it is an account's from now on (R33). It says nothing of the address before. */
export async function sendAddressAddedMail({ newEmail, device, at, undoToken }: OwnEmailChange) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const heading = "This is your account's address now";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `Your account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) has this email address now: ${device}, ${utcTime(at)}. Codes come here from now on.`,
      "Other browsers that were logged in still are. Your account lists them, and can log them out.",
      "If it was not you, the link takes the account away from this address again. It opens a page with one button, and works for seven days.",
    ],
    link: { label: "This was not me", path: `/undo-email/${undoToken}` },
  });
  return await sendMail("own-email-added", { to: newEmail, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
