/** Mails about an order. */
export const orderMails = {
  line: "{quantity} × {name}: {price}",
  total: "Total: {price}",
  reason: "The shop writes: {reason}",
  see: "See your order",
  placed: {
    heading: "We have your order {number}",
    what: "You ordered this at {shop} ({domain}) on {time}.",
    next: "You can cancel the order until we accept it. If you did not order this, write to the shop.",
  },
  accepted: {
    heading: "We have accepted your order {number}",
    what: "The shop {shop} ({domain}) accepted this order on {time}.",
    next: "We write again when it is on its way. It can no longer be cancelled on your page; write to the shop if something is wrong.",
  },
  sent: {
    heading: "Your order {number} is on its way",
    what: "The shop {shop} ({domain}) sent this order on {time}.",
    next: "Write to the shop if it does not reach you.",
  },
  cancelled: {
    heading: "Your order {number} is cancelled",
    what: "This order at {shop} ({domain}) was cancelled on {time}.",
    next: "You will not receive these pieces. If you have already paid, we will pay you back.",
  },
} as const;
