import { env } from "@/lib/env";
import { maskEmail } from "@/lib/identifier";
import { utcTime } from "@/lib/utc-time";
import { layOutNotice } from "./mail-layout";
import { sendMail } from "./sendgrid-transport";

export type RecoveryNotice = {
  username: string;
  oldEmail: string;
  newEmail: string;
  dueAt: Date;
  /** Authority to stop it, see lib/users/stop-recovery-token.ts. */
  stopToken: string;
};

/** Tells the address of an account that staff were told that its owner has lost it, and how to stop what begins. */
export async function sendRecoveryBegunMail({ username, oldEmail, newEmail, dueAt, stopToken }: RecoveryNotice) {
  const { SENDGRID_FROM_NAME } = env();
  const heading = "Someone says that you have lost your account";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `Someone told the shop that they own the account ${username} at ${shopName()} and can get into neither it nor this mailbox. They ask for ${maskEmail(newEmail)} as its address.`,
      `If nobody stops it, the shop may give the account that address after ${utcTime(dueAt)}. Everybody is logged out then, and passkeys, recovery codes and a phone number open it no more.`,
      "If you did not ask for this, stop it now. The link opens a page with one button, and you need not log in. Logging in stops it, too.",
    ],
    link: { label: "Stop this", path: `/stop-recovery/${stopToken}` },
  });
  return await sendMail("recovery-begun", { to: oldEmail, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}

/** Tells the new address that it is to be an account's, and from when on. It says nothing of the address before. */
export async function sendRecoveryAnnouncedMail({ username, newEmail, dueAt }: RecoveryNotice) {
  const { SENDGRID_FROM_NAME } = env();
  const heading = "Your account may get this address";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `The shop was asked to make this the address of the account ${username} at ${shopName()}. Its owner can stop that until ${utcTime(dueAt)}. If nobody does, the shop may change it after that, and writes to you.`,
      "There is nothing to do until then. Nobody from the shop will ask you for a code.",
      "If you do not know this account, write to the shop.",
    ],
  });
  return await sendMail("recovery-announced", {
    to: newEmail,
    subject: `${heading}: ${SENDGRID_FROM_NAME}`,
    ...notice,
  });
}

/** Tells the owner of an account that its address stays. `device` is browser and system in words. */
export async function sendRecoveryStoppedMail({ to, device, at }: { to: string; device: string; at: Date }) {
  const { SENDGRID_FROM_NAME } = env();
  const heading = "Your account keeps its address";
  const notice = layOutNotice({
    heading,
    paragraphs: [
      `Someone pressed the button in our mail, and your account at ${shopName()} keeps this address: ${device}, ${utcTime(at)}.`,
      "If you had told the shop that you have lost this mailbox, somebody else reads it. Write to the shop.",
    ],
    link: { label: "Log in", path: "/login" },
  });
  return await sendMail("recovery-stopped", { to, subject: `${heading}: ${SENDGRID_FROM_NAME}`, ...notice });
}

function shopName(): string {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  return `${SENDGRID_FROM_NAME} (${new URL(APP_URL).host})`;
}
