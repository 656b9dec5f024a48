import { type ActingAdmin, type AdminRefusal, changeAsAdmin, recordChange } from "@/lib/admin/change-as-admin";
import { db } from "@/lib/db/client";
import { canonicalEmail, maskEmail } from "@/lib/identifier";
import {
  deleteSuppression,
  readSuppressions,
  type SuppressionList,
  type SuppressionProblem,
} from "@/lib/mail/suppressions";
import { fail, ok, type Result } from "@/lib/result";

/** Names a mailbox in a URL, where no address may stand: by its user, or by a request of its without an account. */
export type MailboxName = { user: string } | { request: string };

export type Mailbox = {
  /** By its user, where it has one. */
  name: MailboxName;
  address: string;
  /** Whole for a user, as on their page; else masked. */
  shownAddress: string;
  user: { id: string; username: string } | null;
};

const userFields = { id: true, username: true, email: true } as const;

/** Null if unknown, or if the request was to a phone or is no longer kept. `user` is a UUID. */
export async function findMailbox(name: MailboxName): Promise<Mailbox | null> {
  if ("user" in name) {
    const user = await db().user.findUnique({ where: { id: name.user }, select: userFields });
    return user && mailboxOf(user);
  }
  const request = await db().challenge.findUnique({
    where: { id: name.request, channel: "EMAIL" },
    select: { id: true, address: true },
  });
  if (request === null) return null;
  const { id, address } = request;
  const user = await db().user.findUnique({ where: { email: address }, select: userFields });
  return user ? mailboxOf(user) : { name: { request: id }, address, shownAddress: maskEmail(address), user: null };
}

function mailboxOf({ id, username, email }: { id: string; username: string; email: string }): Mailbox {
  return { name: { user: id }, address: email, shownAddress: email, user: { id, username } };
}

/** By an address as staff type it. Null if it has no account and nobody asked with it lately. */
export async function findMailboxByAddress(typed: string): Promise<MailboxName | null> {
  const address = canonicalEmail(typed);
  if (address === null) return null;
  const user = await db().user.findUnique({ where: { email: address }, select: { id: true } });
  if (user !== null) return { user: user.id };
  const request = await db().challenge.findFirst({
    where: { address },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return request && { request: request.id };
}

export type ReleaseRefusal = SuppressionProblem | "MAILBOX_GONE" | "NOT_LISTED";

/** Takes a mailbox off one of SendGrid's lists (R33). The entry is written before SendGrid is asked, so that no release
 * is missing from the trail; one that then fails is told to the admin, and may be tried again. */
export async function releaseMailbox(
  admin: ActingAdmin,
  name: MailboxName,
  list: SuppressionList,
  reason: string,
): Promise<Result<null, AdminRefusal | ReleaseRefusal>> {
  const mailbox = await findMailbox(name);
  if (mailbox === null) return fail("MAILBOX_GONE");
  const listed = await readSuppressions(mailbox.address);
  if (!listed.ok) return listed;
  if (!listed.value.some((entry) => entry.list === list)) return fail("NOT_LISTED");
  const recorded = await changeAsAdmin<null, never>(admin, async (transaction) => {
    await recordChange(transaction, admin, {
      name: "mailbox_release_requested",
      subjectId: mailbox.user?.id ?? null,
      maskedIdentifier: maskEmail(mailbox.address),
      details: { list },
      reason,
    });
    return ok(null);
  });
  return recorded.ok ? await deleteSuppression(list, mailbox.address) : recorded;
}
