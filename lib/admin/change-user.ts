import type { Transaction } from "@/lib/db/client";
import { fail, ok, type Result } from "@/lib/result";
import { endExcessAccess } from "@/lib/users/access-limits";
import { lockPasskeys } from "@/lib/users/locks";
import { mapPersonFields, type PersonField } from "@/lib/users/person-fields";
import type { Role } from "@/lib/users/roles";
import { type ActingAdmin, type AdminRefusal, changeAsAdmin } from "./change-as-admin";

export type UserToChange = Record<PersonField, string> & {
  id: string;
  locale: string | null;
  timeZone: string | null;
  role: Role;
  disabledAt: Date | null;
  emailVerified: Date | null;
  lastLoginAt: Date | null;
};

export type TargetRefusal = "USER_GONE" | "OWN_ACCOUNT";

type Change<Value, Refusal extends string> = (
  transaction: Transaction,
  user: UserToChange,
  now: Date,
) => Promise<Result<Value, Refusal>>;

/**
 * Makes one change to one user, as `changeAsAdmin`. Their own account is refused to every admin: nobody raises or keeps
 * a role of their own, or locks themselves out, from the dashboard. The user is within the limits on sessions by then,
 * so that the change can end all of them.
 */
export async function changeUser<Value, Refusal extends string = never>(
  admin: ActingAdmin,
  userId: string,
  change: Change<Value, Refusal>,
): Promise<Result<Value, Refusal | AdminRefusal | TargetRefusal>> {
  await endExcessAccess(userId);
  return await changeUserAtOnce(admin, userId, change);
}

/** The same for a change that must not wait for sessions to be deleted. It may not end all of them. */
export async function changeUserAtOnce<Value, Refusal extends string = never>(
  admin: ActingAdmin,
  userId: string,
  change: Change<Value, Refusal>,
): Promise<Result<Value, Refusal | AdminRefusal | TargetRefusal>> {
  return await changeAsAdmin<Value, Refusal | TargetRefusal>(admin, async (transaction, now) => {
    // A login by passkey that is finishing is waited for, and its session is seen; endAccess does so with codes.
    await lockPasskeys(transaction, userId);
    const found = await findUserToChange(transaction, userId, admin);
    return found.ok ? await change(transaction, found.value, now) : found;
  });
}

/** The user that an admin wants to change, if there is one and it is not the admin. */
export async function findUserToChange(
  database: Pick<Transaction, "user">,
  userId: string,
  admin: { id: string },
): Promise<Result<UserToChange, TargetRefusal>> {
  const user = await database.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      ...mapPersonFields(() => true as const),
      locale: true,
      timeZone: true,
      role: true,
      disabledAt: true,
      emailVerified: true,
      lastLoginAt: true,
    },
  });
  if (user === null) return fail("USER_GONE");
  // The row's id, not the one that was sent: a UUID in capitals names the same user.
  return user.id === admin.id ? fail("OWN_ACCOUNT") : ok(user);
}

/** How many of those chosen were changed, how many stay as they were, and how many the admin could not get to. */
type ChangedCounts = { changed: number; left: number; untried: number };

const ends: readonly string[] = ["NOT_ADMIN", "NO_PASSKEY", "REAUTHENTICATION_NEEDED"] satisfies AdminRefusal[];

/**
 * Makes the same change to each of these users, one after the other and each in a transaction of its own, so that one
 * who is gone does not keep the others from it. Stops where the admin may change nothing more; that is a refusal only
 * if nobody was changed before.
 */
export async function changeEach<Refusal extends string>(
  userIds: string[],
  change: (userId: string) => Promise<Result<unknown, Refusal | AdminRefusal>>,
): Promise<Result<ChangedCounts, AdminRefusal>> {
  let changed = 0;
  for (const [tried, userId] of userIds.entries()) {
    const result = await change(userId);
    if (result.ok) changed++;
    else if (ends.includes(result.error)) {
      if (changed === 0) return fail(result.error as AdminRefusal);
      return ok({ changed, left: tried - changed, untried: userIds.length - tried });
    }
  }
  return ok({ changed, left: userIds.length - changed, untried: 0 });
}
