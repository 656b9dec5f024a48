import { db, type Transaction } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { enqueueMails } from "@/lib/mail/outbox";
import { fail, ok, type Result } from "@/lib/result";
import { removeAllPasskeys } from "@/lib/users/end-access";
import { lockProfile } from "@/lib/users/locks";
import { mapPersonFields, personFieldNames } from "@/lib/users/person-fields";
import { isPhoneTaken, readRegisterConflict } from "@/lib/users/register-user";
import type { Registration } from "@/lib/users/registration-schema";
import { usernameKey } from "@/lib/users/username";
import { type ActingAdmin, type AdminRefusal, chargeNotice, recordChange } from "./change-as-admin";
import { changeUser, findUserToChange, type TargetRefusal, type UserToChange } from "./change-user";
import { stopRecoveryOf, tellBothAddresses } from "./recover-account";

export type EditRefusal =
  | AdminRefusal
  | TargetRefusal
  | "NOTHING_CHANGED"
  | "USERNAME_TAKEN"
  | "EMAIL_TAKEN"
  | "PHONE_TAKEN"
  | "NOTICES_SPENT";

/** Who is mailed: both addresses about an email, the user about a phone, no one about a username. */
export type Edited = { told: "BOTH_ADDRESSES" | "USER" | "NOBODY" };

type ProfileRefusal = "NOTHING_CHANGED" | "PHONE_TAKEN";

/** Saves canonical fields. A new email ends all access and voids passkeys, codes and older links (R33); both
 * addresses are told. */
export async function editUser(
  admin: ActingAdmin,
  userId: string,
  profile: Registration,
): Promise<Result<Edited, EditRefusal>> {
  const found = await findUserToChange(db(), userId, admin);
  if (!found.ok) return found;
  const edit = () => writeProfile(admin, userId, profile);
  // Read again behind the lock; here only to count the mail.
  const isMailed = found.value.email !== profile.email || found.value.phone !== profile.phone;
  return isMailed ? await chargeNotice(admin, profile.email, edit) : await edit();
}

async function writeProfile(
  admin: ActingAdmin,
  userId: string,
  profile: Registration,
): Promise<Result<Edited, Exclude<EditRefusal, "NOTICES_SPENT">>> {
  const { username, email, phone } = profile;
  try {
    return await changeUser<Edited, ProfileRefusal>(admin, userId, async (transaction, user, now) => {
      const fields = personFieldNames.filter((name) => profile[name] !== undefined && profile[name] !== user[name]);
      if (fields.length === 0) return fail("NOTHING_CHANGED");
      const [isNewEmail, isNewPhone] = [fields.includes("email"), fields.includes("phone")];
      if (isNewPhone && (await isPhoneTaken(transaction, phone))) return fail("PHONE_TAKEN");
      if (isNewEmail) {
        await lockProfile(transaction, userId);
        await removeAllPasskeys(transaction, user);
        await transaction.recoveryCode.deleteMany({ where: { userId } });
        // No older mail may restore another address.
        await transaction.emailChange.deleteMany({ where: { userId } });
        // Its mailed link stops working now.
        await stopRecoveryOf(transaction, admin, user);
      }
      await transaction.user.update({
        where: { id: userId },
        data: {
          ...mapPersonFields((name) => profile[name]),
          usernameKey: usernameKey(username),
          ...(isNewEmail ? { emailVerified: null } : {}),
          ...(isNewEmail || isNewPhone ? { phoneVerified: null } : {}),
        },
        select: { id: true },
      });
      await recordEdit(transaction, admin, user, fields);
      const change = `${userId}:${now.getTime()}`;
      if (isNewEmail) {
        await tellBothAddresses(transaction, { ...user, username }, email, change);
        return ok({ told: "BOTH_ADDRESSES" });
      }
      if (!isNewPhone) return ok({ told: "NOBODY" });
      await enqueueMails(transaction, { kind: "phone-changed", facts: {}, change, to: user });
      return ok({ told: "USER" });
    });
  } catch (error) {
    const conflict = readRegisterConflict(error);
    if (conflict !== null) return fail(conflict);
    throw error;
  }
}

/** Names only: the audit trail outlives the user. */
async function recordEdit(transaction: Transaction, admin: ActingAdmin, user: UserToChange, fields: string[]) {
  await recordChange(transaction, admin, {
    name: "user_edited",
    subjectId: user.id,
    maskedIdentifier: maskEmail(user.email),
    details: { fields: fields.join(", ") },
  });
}
