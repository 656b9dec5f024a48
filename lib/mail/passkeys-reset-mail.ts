import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

/** Tells a user that the shop removed all their passkeys (R33; ASVS 6.3.7), which they may not have asked for. */
export async function sendPasskeysResetMail({ to, at }: { to: string; at: Date }) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const heading = "All your passkeys were removed";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `The shop removed all passkeys from your account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) on ${utcTime(at)}. They open nothing any more, and your account was logged out everywhere.`,
      "If you asked for this, there is nothing to do.",
      "If you did not ask for this, write to the shop at once.",
    ],
  });
  return await sendMail("passkeys-reset", { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
