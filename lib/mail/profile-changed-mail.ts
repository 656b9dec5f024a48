import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

export type ProfileNotice = {
  to: string;
  act: "username" | "phone";
  /** Browser and system in words. */
  device: string;
  at: Date;
  /** Authority to report it, see lib/auth/report-token.ts. */
  reportToken: string;
};

const words = {
  username: {
    heading: "Your username was changed",
    ifNot:
      "If it was not you, log the browser out that did it. The link opens a page with one button. Then log in, and take another username.",
  },
  phone: {
    heading: "Your phone number was changed",
    ifNot:
      "If it was not you, the link logs the browser out that did it, and a number that it verified counts as not verified any more. It opens a page with one button. Then log in, and put your own number there.",
  },
};

/** Tells a user that their username or phone was changed in their own account (R33; ASVS 6.3.7), and not to what. */
export async function sendProfileChangedMail({ to, act, device, at, reportToken }: ProfileNotice) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const { heading, ifNot } = words[act];
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `This was done in your account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}): ${device}, ${utcTime(at)}.`,
      "If it was you, there is nothing to do.",
      ifNot,
    ],
    link: { label: "This was not me", path: `/not-me/${reportToken}` },
  });
  return await sendMail(`own-${act}-changed`, { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
