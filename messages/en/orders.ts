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
  cancelled: {
    heading: "Your order {number} is cancelled",
    what: "This order at {shop} ({domain}) was cancelled on {time}.",
    next: "You will not receive these pieces. If you have already paid, we will pay you back.",
  },
} as const;
