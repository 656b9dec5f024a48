import { db, type Transaction } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { type EmailChange, sendEmailGivenMail, sendEmailTakenAwayMail } from "@/lib/mail/email-changed-mail";
import { sendPhoneChangedMail } from "@/lib/mail/phone-changed-mail";
import { type Recipient, recipientOf } from "@/lib/mail/recipient";
import { fail, ok, type Result } from "@/lib/result";
import { endAccess } from "@/lib/users/end-access";
import { lockProfile } from "@/lib/users/lock-profile";
import { isPhoneTaken, readRegisterConflict } from "@/lib/users/register-user";
import type { Registration } from "@/lib/users/registration-schema";
import { usernameKey } from "@/lib/users/username";
import { voidPasskeyReports } from "@/lib/users/void-passkey-reports";
import { type ActingAdmin, type AdminRefusal, recordChange } from "./change-as-admin";
import { changeUser, findUserToChange, type TargetRefusal, type UserToChange } from "./change-user";
import { chargeNotice } from "./charge-notice";
import { stopRecoveryOf } from "./recover-account";
import { sendNotice } from "./send-notice";

export type EditRefusal =
  | AdminRefusal
  | TargetRefusal
  | "NOTHING_CHANGED"
  | "USERNAME_TAKEN"
  | "EMAIL_TAKEN"
  | "PHONE_TAKEN"
  | "NOTICES_SPENT";

/**
 * Whether the address from before was told of a new email, or of a new phone number, and the new address of a new
 * email; null where there was nothing to tell it.
 */
export type Edited = { isTold: boolean | null; isNewTold: boolean | null };

type ProfileRefusal = "NOTHING_CHANGED" | "PHONE_TAKEN";

/** What is to be told after an edit, and to whom. */
type News = { email: EmailChange } | { phone: { to: Recipient; at: Date } } | null;

/**
 * Gives a user another username, email or phone number, all three in canonical form. A new email ends every way into
 * the account that is open now, and counts as unverified until a code that goes there was typed in; both addresses are
 * told (R33), and the links in mails that the old one has got can do nothing any more. A new phone is unverified too.
 * Mails that do not go undo nothing: the answer says which, and the log why.
 */
export async function editUser(
  admin: ActingAdmin,
  userId: string,
  profile: Registration,
): Promise<Result<Edited, EditRefusal>> {
  const found = await findUserToChange(db(), userId, admin);
  if (!found.ok) return found;
  const edit = () => writeProfile(admin, userId, profile);
  // Read again behind the lock; here it only decides whether a mail is counted.
  const isMailed = found.value.email !== profile.email || found.value.phone !== profile.phone;
  const edited = isMailed ? await chargeNotice(admin, profile.email, edit) : await edit();
  return edited.ok ? ok(await tell(edited.value)) : edited;
}

async function writeProfile(
  admin: ActingAdmin,
  userId: string,
  profile: Registration,
): Promise<Result<News, Exclude<EditRefusal, "NOTICES_SPENT">>> {
  const { username, email, phone } = profile;
  try {
    return await changeUser<News, ProfileRefusal>(admin, userId, async (transaction, user, now) => {
      const fields = (["username", "email", "phone"] as const).filter((field) => user[field] !== profile[field]);
      if (fields.length === 0) return fail("NOTHING_CHANGED");
      const [isNewEmail, isNewPhone] = [fields.includes("email"), fields.includes("phone")];
      if (isNewPhone && (await isPhoneTaken(transaction, phone))) return fail("PHONE_TAKEN");
      if (isNewEmail) {
        await lockProfile(transaction, userId);
        await endAccess(transaction, user);
        await voidPasskeyReports(transaction, userId);
        // What the shop says counts: no older mail puts another address in its place.
        await transaction.emailChange.deleteMany({ where: { userId } });
        // Nor does one that was to be given later: the link that stops it was worth nothing from now on.
        await stopRecoveryOf(transaction, admin, user);
      }
      await transaction.user.update({
        where: { id: userId },
        data: {
          username,
          usernameKey: usernameKey(username),
          email,
          phone,
          ...(isNewEmail ? { emailVerified: null } : {}),
          ...(isNewPhone ? { phoneVerified: null } : {}),
        },
        select: { id: true },
      });
      await recordEdit(transaction, admin, user, fields);
      const isDisabled = user.disabledAt !== null;
      const oldAddress = recipientOf(user);
      const newAddress = { ...oldAddress, email };
      if (isNewEmail) return ok({ email: { username, oldAddress, newAddress, isDisabled, at: now } });
      return ok(isNewPhone ? { phone: { to: oldAddress, at: now } } : null);
    });
  } catch (error) {
    const conflict = readRegisterConflict(error);
    if (conflict !== null) return fail(conflict);
    throw error;
  }
}

/** Which fields, never what stood in them: the trail outlives the user. */
async function recordEdit(transaction: Transaction, admin: ActingAdmin, user: UserToChange, fields: string[]) {
  await recordChange(transaction, admin, {
    name: "user_edited",
    subjectId: user.id,
    maskedIdentifier: maskEmail(user.email),
    details: { fields: fields.join(", ") },
  });
}

async function tell(news: News): Promise<Edited> {
  if (news === null) return { isTold: null, isNewTold: null };
  if ("phone" in news) {
    const told = await sendNotice("phone-changed", () => sendPhoneChangedMail(news.phone));
    return { isTold: told.ok, isNewTold: null };
  }
  const [old, given] = await Promise.all([
    sendNotice("email-taken-away", () => sendEmailTakenAwayMail(news.email)),
    sendNotice("email-given", () => sendEmailGivenMail(news.email)),
  ]);
  return { isTold: old.ok, isNewTold: given.ok };
}
