import { z } from "zod";
import { listHref, typedText } from "@/app/[locale]/admin/list-query";
import type { FailurePosition } from "@/lib/admin/delivery/list-failures";
import type { MailboxName } from "@/lib/admin/delivery/mailbox";

const fieldsSchema = z.object({
  days: z.enum(["7", "30", "90"]).optional().catch(undefined),
  domain: typedText(253),
});

type DeliveryFields = z.output<typeof fieldsSchema>;

/** From the URL, so that a list can be shared. */
export type DeliveryQuery = {
  fields: DeliveryFields;
  after?: FailurePosition | undefined;
  before?: FailurePosition | undefined;
};

type SearchParams = Record<string, string | string[] | undefined>;

export function readDeliveryQuery(searchParams: SearchParams): DeliveryQuery {
  const { days, domain } = fieldsSchema.parse(searchParams);
  const after = readPosition(searchParams.after);
  return {
    fields: { days, domain: domain?.toLowerCase() },
    after,
    before: after ? undefined : readPosition(searchParams.before),
  };
}

export function deliveryHref({ fields, after, before }: DeliveryQuery): string {
  const place = { after: after && writePosition(after), before: before && writePosition(before) };
  return listHref("/admin/delivery", fields, place);
}

function writePosition({ at, id }: FailurePosition): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

const position = z.object({ at: z.iso.datetime({ precision: 3 }), id: typedText(200).pipe(z.string().min(1)) });

/** Undefined unless written by `writePosition`. */
function readPosition(typed: unknown): FailurePosition | undefined {
  if (typeof typed !== "string" || typed.length > 400) return undefined;
  const [, at, id] = /^(\S+) (.+)$/.exec(Buffer.from(typed, "base64url").toString("utf8")) ?? [];
  const read = position.safeParse({ at, id });
  return read.success ? { at: new Date(read.data.at), id: read.data.id } : undefined;
}

const mailboxSchema = z.union([
  z.object({ user: z.uuid() }),
  // A challenge's id.
  z.object({ request: z.string().regex(/^[\w-]{22}$/) }),
]);

/** Null if the URL or the form names no mailbox. */
export function readMailboxName(named: unknown): MailboxName | null {
  return mailboxSchema.safeParse(named).data ?? null;
}

export function mailboxHref(name: MailboxName, more: Record<string, string> = {}, page = ""): string {
  return listHref(`/admin/delivery/mailbox${page}`, name, more);
}
