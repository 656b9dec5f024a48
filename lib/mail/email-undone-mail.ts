import { env } from "@/lib/env";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

type UndoneMail = { to: string /** Browser and system in words. */; device: string; at: Date };

/** Tells the owner that their account has the address again that it had before a change. */
export async function sendAccountRestoredMail({ to, device, at }: UndoneMail) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const heading = "Your account has this address again";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `The change of your account's email address at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) was undone by the link that we mailed: ${device}, ${utcTime(at)}.`,
      "Everybody is logged out. Passkeys that were added since the change or in the week before it are gone, and a phone number that was verified in that time is not verified any more. Recovery codes are void if they were made or used in that time.",
      "Log in and look at your passkeys and your phone number. If somebody else had changed the address, they had a code from this mailbox, one of your devices or a passkey: change the password of your email account, and remove passkeys that are not in your hands.",
    ],
    link: { label: "Log in", path: "/login" },
  });
  return await sendMail("email-restored", { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}

/** Tells the address that the account had in between. It says nothing of the address that the account has now. */
export async function sendAddressTakenBackMail({ to, device, at }: UndoneMail) {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const heading = "This is no account's address any more";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `An account at ${SENDGRID_FROM_NAME} (${new URL(APP_URL).host}) that had moved to this address was put back to the one that it had before: ${device}, ${utcTime(at)}. Nobody can log in to it with this address.`,
      "If that was you, there is nothing to do.",
      "If the account is yours and you did not want this, write to the shop: somebody had the link that we mailed to the address from before.",
    ],
  });
  return await sendMail("email-taken-back", { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}
