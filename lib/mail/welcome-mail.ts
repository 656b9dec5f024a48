import { env } from "@/lib/env";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

/** Welcomes a user whose account was just created. */
export async function sendWelcomeMail(to: string, username: string) {
  const { SENDGRID_FROM_NAME } = env();
  const notice = layOutNotice({
    heading: `Welcome, ${username}`,
    paragraphs: [
      `Your ${SENDGRID_FROM_NAME} account is ready, and there is no password to remember: whenever you log in, we send a code to this address.`,
      "Members pay less for everything in the shop, and some pieces are kept for members only.",
    ],
    link: { label: "See what members see", path: "/home" },
  });
  return await sendMail("welcome", { to, subject: `Welcome to ${SENDGRID_FROM_NAME}`, ...notice });
}
