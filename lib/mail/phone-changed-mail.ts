import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

/** Tells a user that the shop gave their account another phone number, and neither number (R33; ASVS 6.3.7). */
export async function sendPhoneChangedMail({ to, at }: { to: string; at: Date }) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const heading = "Your account has another phone number";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `The shop changed the phone number of your account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) on ${utcTime(at)}.`,
      "If you asked for this, there is nothing to do.",
      "If you did not ask for this, write to the shop at once.",
    ],
  });
  return await sendMail("phone-changed", { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
