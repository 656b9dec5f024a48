import { db } from "@/lib/db/client";

/** An order with all that staff need to send it. Null for an unknown number. */
export async function findStaffOrder(number: number) {
  return await db().order.findUnique({
    where: { number },
    omit: { idempotencyKey: true },
    include: {
      lines: { orderBy: { position: "asc" } },
      refunds: { select: { refundedAt: true, failedAt: true } },
      user: { select: { id: true, username: true, email: true, phone: true } },
    },
  });
}

export type StaffOrder = NonNullable<Awaited<ReturnType<typeof findStaffOrder>>>;
