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

/** Makes one change to one user. OWN_ACCOUNT protects admins from raising or locking out themselves. */
export async function changeUser<Value, Refusal extends string = never>(
  admin: ActingAdmin,
  userId: string,
  change: Change<Value, Refusal>,
): Promise<Result<Value, Refusal | AdminRefusal | TargetRefusal>> {
  await endExcessAccess(userId);
  return await changeUserAtOnce(admin, userId, change);
}

/** Without trimming sessions first; must not end all of them. */
export async function changeUserAtOnce<Value, Refusal extends string = never>(
  admin: ActingAdmin,
  userId: string,
  change: Change<Value, Refusal>,
): Promise<Result<Value, Refusal | AdminRefusal | TargetRefusal>> {
  return await changeAsAdmin<Value, Refusal | TargetRefusal>(admin, async (transaction, now) => {
    // Waits for a passkey login that is finishing, so its session is seen.
    await lockPasskeys(transaction, userId);
    const found = await findUserToChange(transaction, userId, admin);
    return found.ok ? await change(transaction, found.value, now) : found;
  });
}

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
  // A UUID in capitals names the same user.
  return user.id === admin.id ? fail("OWN_ACCOUNT") : ok(user);
}

/** `left`: unchanged; `untried`: the admin lost the right before. */
type ChangedCounts = { changed: number; left: number; untried: number };

const ends: readonly string[] = ["NOT_ADMIN", "NO_PASSKEY", "REAUTHENTICATION_NEEDED"] satisfies AdminRefusal[];

/** Changes each user in a transaction of its own. Stops when the admin may change nothing more. */
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
