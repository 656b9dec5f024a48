import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

/** Tells an address that the shop deleted its account (R33; ASVS 6.3.7). */
export async function sendAccountDeletedMail({ to, username, at }: { to: string; username: string; at: Date }) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const heading = "Your account was deleted";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `The shop deleted the account ${username} at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) on ${utcTime(at)}, with all that belonged to it.`,
      "If you asked for this, there is nothing to do.",
      "If you did not ask for this, write to the shop.",
    ],
  });
  return await sendMail("account-deleted", { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
