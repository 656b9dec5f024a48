import { z } from "zod";
import { listHref, readPosition, typedText, writePosition } from "@/app/[locale]/admin/list-query";
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

const eventId = typedText(200).pipe(z.string().min(1));

type SearchParams = Record<string, string | string[] | undefined>;

export function readDeliveryQuery(searchParams: SearchParams): DeliveryQuery {
  const { days, domain } = fieldsSchema.parse(searchParams);
  const after = readPosition(searchParams.after, eventId, 400);
  return {
    fields: { days, domain: domain?.toLowerCase() },
    after,
    before: after ? undefined : readPosition(searchParams.before, eventId, 400),
  };
}

export function deliveryHref({ fields, after, before }: DeliveryQuery): string {
  const place = { after: after && writePosition(after), before: before && writePosition(before) };
  return listHref("/admin/delivery", fields, place);
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
