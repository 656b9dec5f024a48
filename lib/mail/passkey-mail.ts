import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

export type PasskeyNotice = {
  to: string;
  act: "added" | "removed";
  /** Browser and system in words. */
  device: string;
  at: Date;
  /** Authority to report it, see lib/auth/report-token.ts. */
  reportToken: string;
};

const words = {
  added: {
    heading: "A passkey was added",
    what: "to",
    meaning: "Whoever holds it can log in to your account without a code.",
    ifNot: "If it was not you, remove it and log out everywhere. The link opens a page with one button.",
  },
  removed: {
    heading: "A passkey was removed",
    what: "from",
    meaning: "It opens nothing any more. A code to this address still does.",
    ifNot: "If it was not you, log the browser out that did it. The link opens a page with one button.",
  },
};

/**
 * Tells a user that a passkey was added to their account or removed from it. It does not repeat the passkey's name:
 * whoever added it chose that, and it would be a stranger's words in our mail.
 */
export async function sendPasskeyMail({ to, act, device, at, reportToken }: PasskeyNotice) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const { heading, what, meaning, ifNot } = words[act];
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `A passkey was ${act} ${what} your account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}): ${device}, ${utcTime(at)}. ${meaning}`,
      "If it was you, there is nothing to do.",
      ifNot,
    ],
    link: { label: "This was not me", path: `/not-me/${reportToken}` },
  });
  return await sendMail(`passkey-${act}`, { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
