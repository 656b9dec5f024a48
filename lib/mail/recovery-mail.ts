import { isolate } from "@/lib/i18n/isolate";
import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice } from "./mail-notice";
import { deviceFacts, shopFacts, timeFor } from "./notice-facts";
import type { Recipient } from "./recipient";

/** Tells the address of an account that staff were told that its owner has lost it, and how to stop what begins. */
export async function sendRecoveryBegunMail({
  username,
  oldAddress: to,
  maskedNewEmail,
  dueAt,
  stopToken,
}: {
  username: string;
  oldAddress: Recipient;
  maskedNewEmail: string;
  dueAt: Date;
  /** Authority to stop it, see lib/signed-link/stop-recovery-token.ts. */
  stopToken: string;
}) {
  const t = translator(to.locale, "shopMails");
  const facts = {
    ...shopFacts(to.locale),
    username: isolate(username, to.locale),
    address: isolate(maskedNewEmail, to.locale),
  };
  return await mailNotice("recovery-begun", to, {
    heading: t("recoveryBegun.heading"),
    paragraphs: [
      t("recoveryBegun.told", facts),
      t("recoveryBegun.due", { due: timeFor(to, dueAt) }),
      t("recoveryBegun.ifNot"),
    ],
    links: [{ label: t("recoveryBegun.link"), path: `/stop-recovery/${stopToken}` }],
  });
}

/** Tells the new address that it is to be an account's, and from when on. It says nothing of the address before. */
export async function sendRecoveryAnnouncedMail({
  username,
  newAddress: to,
  dueAt,
}: {
  username: string;
  newAddress: Recipient;
  dueAt: Date;
}) {
  const t = translator(to.locale, "shopMails");
  const facts = {
    ...shopFacts(to.locale),
    username: isolate(username, to.locale),
    due: timeFor(to, dueAt),
  };
  const heading = t("recoveryAnnounced.heading");
  return await mailNotice("recovery-announced", to, {
    heading,
    paragraphs: [t("recoveryAnnounced.asked", facts), t("recoveryAnnounced.wait"), t("addressGiven.ifUnknown")],
    links: [linkToShop(to, heading)],
  });
}

/** Tells the owner of an account that its address stays. `device` is browser and system in the recipient's words. */
export async function sendRecoveryStoppedMail({ to, ...trace }: { to: Recipient; device: string; at: Date }) {
  const t = translator(to.locale, "shopMails");
  const heading = t("recoveryStopped.heading");
  return await mailNotice("recovery-stopped", to, {
    heading,
    paragraphs: [t("recoveryStopped.what", deviceFacts(to, trace)), t("recoveryStopped.ifLost")],
    links: [{ label: translator(to.locale, "mails")("logIn"), path: "/login" }, linkToShop(to, heading)],
  });
}
