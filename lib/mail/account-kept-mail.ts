import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

/** Tells a user who had asked to be deleted that the account stays. `device` is browser and system in words. */
export async function sendAccountKeptMail({ to, device, at }: { to: string; device: string; at: Date }) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const heading = "Your account stays";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `Your account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) will not be deleted. Someone pressed the button to keep it: ${device}, ${utcTime(at)}.`,
      "If it was you, log in as always. You may ask for it to be deleted again at any time.",
      "If it was not you, whoever it was reads this mailbox or has one of your passkeys. Log in, remove passkeys that are not in your hands, and ask again.",
    ],
    link: { label: "Log in", path: "/login" },
  });
  return await sendMail("account-kept", { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
