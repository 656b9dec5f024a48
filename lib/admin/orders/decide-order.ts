import { type ActingAdmin, type AdminRefusal, changeAsAdmin, recordChange } from "@/lib/admin/change-as-admin";
import type { Transaction } from "@/lib/db/client";
import {
  acceptOrder,
  type ChangedOrder,
  cancelOrder,
  enqueueOrderMail,
  markOrderSent,
} from "@/lib/orders/change-order";
import { fail, ok, type Result } from "@/lib/result";

export type OrderRefusal = "ORDER_GONE" | "ORDER_NOT_PAID" | "ORDER_CHANGED";

type Decided = Promise<Result<null, AdminRefusal | OrderRefusal>>;

/** Accepts a placed order, from when on its customer cannot cancel it. The customer is mailed. */
export async function acceptOrderAsAdmin(admin: ActingAdmin, number: number): Decided {
  return await decide(admin, number, {
    change: acceptOrder,
    event: "order_accepted",
    mail: { act: "accepted", reason: null },
  });
}

/** Marks an accepted order as sent. The customer is mailed. */
export async function sendOrderAsAdmin(admin: ActingAdmin, number: number): Decided {
  return await decide(admin, number, {
    change: markOrderSent,
    event: "order_sent",
    mail: { act: "sent", reason: null },
  });
}

/** Cancels an order that was not sent, and returns its pieces to the shelf, once. The customer reads the reason. */
export async function cancelOrderAsAdmin(admin: ActingAdmin, number: number, reason: string): Decided {
  return await decide(admin, number, {
    change: (transaction, id) => cancelOrder(transaction, { id, from: ["PLACED", "ACCEPTED"], reason }),
    event: "order_cancelled",
    mail: { act: "cancelled", reason },
  });
}

type Decision = {
  /** Null where the state does not allow it. */
  change: (transaction: Transaction, id: string) => Promise<ChangedOrder | null>;
  event: "order_accepted" | "order_sent" | "order_cancelled";
  mail: Parameters<typeof enqueueOrderMail>[2];
};

async function decide(admin: ActingAdmin, number: number, { change, event, mail }: Decision): Decided {
  return await changeAsAdmin(admin, async (transaction) => {
    const before = await transaction.order.findUnique({
      where: { number },
      select: { id: true, state: true, payment: true, paidAt: true },
    });
    if (before === null) return fail("ORDER_GONE");
    const order = await change(transaction, before.id);
    if (order === null) {
      const isUnpaid = before.state === "PLACED" && before.payment === "CARD" && before.paidAt === null;
      return fail(isUnpaid ? "ORDER_NOT_PAID" : "ORDER_CHANGED");
    }
    await recordChange(transaction, admin, { name: event, subjectId: order.userId, details: { number } });
    await enqueueOrderMail(transaction, order, mail);
    return ok(null);
  });
}
