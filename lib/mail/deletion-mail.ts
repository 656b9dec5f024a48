import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

export type DeletionNotice = {
  to: string;
  /** Browser and system in words. */
  device: string;
  at: Date;
  /** When it will be gone. */
  dueAt: Date;
  /** Authority to keep the account, see lib/auth/keep-token.ts. */
  keepToken: string;
};

/** Tells a user that their account will be deleted, and how to keep it. */
export async function sendDeletionMail({ to, device, at, dueAt, keepToken }: DeletionNotice) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const heading = "Your account will be deleted";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `You asked for your account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) to be deleted: ${device}, ${utcTime(at)}. It is closed now, and every browser is logged out.`,
      `On ${utcTime(dueAt)} or within a day of it your details, passkeys and all else go for good, and nobody can bring them back.`,
      "Until then you can keep it. The link opens a page with one button; logging in leads there too.",
      "If it was not you, keep the account, log in, and look at your passkeys. Whoever it was had a code from this mailbox: change the password of your email account.",
    ],
    link: { label: "Keep my account", path: `/undo-deletion/${keepToken}` },
  });
  return await sendMail("deletion-asked", { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
