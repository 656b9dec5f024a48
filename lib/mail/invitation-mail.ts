import { env } from "@/lib/env";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

/**
 * Invites somebody for whom the shop made an account. Its link needs no token: the code of the first login proves the
 * mailbox, and a mail that somebody else opens logs nobody in (docs/decisions/mailed-links-only-prefill.md).
 */
export async function sendInvitationMail(to: string, username: string) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const notice = layOutNotice({
    heading: `${SENDGRID_FROM_NAME} invites you`,
    paragraphs: [
      `${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) made an account for this email address, with the username ${username}.`,
      "There is no password: log in with this address, and we send a code to it.",
      "If you do not want the account, there is nothing to do. Without a code from this mailbox nobody can use it.",
    ],
    link: { label: "Log in", path: "/login" },
  });
  return await sendMail("invitation", { to, subject: `${SENDGRID_FROM_NAME} made an account for you`, ...notice });
}
