import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

export type RecoveryCodesNotice = {
  to: string;
  act: "made" | "used to log in" | "used to confirm";
  /** Browser and system in words. */
  device: string;
  at: Date;
  /** Authority to report the browser, see lib/auth/report-token.ts. */
  reportToken: string;
};

type Words = { heading: string; kind: string; what: (shop: string, when: string) => string };

const words: Record<RecoveryCodesNotice["act"], Words> = {
  made: {
    heading: "New recovery codes were made",
    kind: "recovery-codes-made",
    what: (shop, when) =>
      `Ten recovery codes were made for your account at ${shop}: ${when}. Each of them logs in once without a code from this mailbox. Earlier ones work no more.`,
  },
  "used to log in": {
    heading: "A recovery code was used",
    kind: "recovery-code-used",
    what: (shop, when) => `Someone logged in to your account at ${shop} with one of your recovery codes: ${when}.`,
  },
  "used to confirm": {
    heading: "A recovery code was used",
    kind: "recovery-code-used",
    what: (shop, when) =>
      `Someone who is logged in to your account at ${shop} confirmed a change with one of your recovery codes: ${when}.`,
  },
};

/** Tells a user that recovery codes of theirs were made, or that one was used, with the link to the page that ends it. */
export async function sendRecoveryCodesMail({ to, act, device, at, reportToken }: RecoveryCodesNotice) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const { heading, kind, what } = words[act];
  const notice = layOutNotice({
    heading,
    paragraphs: [
      what(`${SENDGRID_FROM_NAME} (${new URL(APP_URL).host})`, `${device}, ${utcTime(at)}`),
      "If it was you, there is nothing to do.",
      "If it was not you, log that browser out. The link opens a page with one button. Your recovery codes then open nothing any more: make new ones.",
    ],
    link: { label: "This was not me", path: `/not-me/${reportToken}` },
  });
  return await sendMail(kind, { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
