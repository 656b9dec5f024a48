import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

export type NewBrowserAlert = {
  to: string;
  /** Browser and system in words. */
  device: string;
  at: Date;
  /** Why the owner is told: the browser was not known, or the right code came after several wrong ones. */
  reason: "new browser" | "wrong codes";
  /** Authority to end what that browser may do, see lib/auth/report-token.ts. */
  reportToken: string;
};

const reasons = {
  "new browser": "from a browser that we have not seen with you before",
  "wrong codes": "after several wrong codes",
};

/** Tells a user of a login that may not be theirs (ASVS 6.3.5), with a link to the page that ends its session. */
export async function sendNewBrowserMail({ to, device, at, reason, reportToken }: NewBrowserAlert) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const notice = layOutNotice({
    heading: reason === "new browser" ? "A new browser is logged in" : "A login after wrong codes",
    paragraphs: [
      `Someone logged in to your account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) ${reasons[reason]}: ${device}, ${utcTime(at)}.`,
      "If it was you, there is nothing to do.",
      "If it was not you, end that session. The link opens a page with one button.",
    ],
    link: { label: "This was not me", path: `/not-me/${reportToken}` },
  });
  return await sendMail("new-browser", { to, subject: `New login to ${SENDGRID_FROM_NAME}: ${device}`, ...notice });
}
