import { env } from "@/lib/env";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

/**
 * Tells an address without a usable account that someone tried to log in with it. The page cannot say so, because it
 * would say it to strangers too (django-allauth's send_unknown_account_mail).
 */
export async function sendNoAccountMail(to: string, device: string) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const notice = layOutNotice({
    heading: "There is no account for this address",
    paragraphs: [
      `Someone using ${device} just asked to log in to ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) with this email address. No account here can be used with it, so no code was sent.`,
      "If it was you, perhaps you registered with another address, or have not registered yet.",
      "If it was not you, there is nothing to do.",
    ],
    link: { label: "Create an account", path: "/register" },
  });
  return await sendMail("no-account", { to, subject: `No ${SENDGRID_FROM_NAME} account for this address`, ...notice });
}
