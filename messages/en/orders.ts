/** The page on which a member orders what is in the bag. `form` goes to the browser. */
export const checkout = {
  title: "Checkout",
  lead: "You pay member prices. We check them once more when you place the order.",
  form: {
    delivery: "Delivery",
    name: "Name",
    line1: "Street and number",
    line2: "Apartment, floor or company (optional)",
    postalCode: "Postal code",
    city: "City",
    region: "State or province (if your address has one)",
    country: "Country",
    chooseCountry: "Choose a country",
    note: "Note for the shop (optional)",
    payment: "Payment",
    submit: "Place order",
    pending: "Placing your order…",
    changed: "Your order has changed, so nothing was ordered yet",
    confirm: "Look at the order again. If it is right, press “Place order” once more.",
  },
  ways: { INVOICE: "Pay on invoice", CARD: "Pay by card" },
  errors: {
    NAME_EMPTY: "Enter the name of the person who gets the parcel.",
    LINE1_EMPTY: "Enter a street and number.",
    POSTAL_CODE_EMPTY: "Enter the postal code. Addresses in this country have one.",
    POSTAL_CODE_MALFORMED: "This is not a postal code of the country that you chose. Check both.",
    CITY_EMPTY: "Enter a city.",
    COUNTRY_EMPTY: "Choose a country.",
  },
  changes: {
    PRICE: "The price of {name} was {was} and is now {is}.",
    FEWER: "{left, plural, one {Only # piece is} other {Only # pieces are}} left of {name}.",
    SOLD_OUT: "{name} is no longer available. It stays in your bag.",
    OTHER: "Your bag was changed in another window.",
  },
  summary: {
    heading: "Your order",
    line: "{quantity} × {price}",
    fewer: "Only {left} left of the {wanted} in your bag",
    soldOut: "Sold out. Not part of this order",
    total: "Total",
    edit: "Change the bag",
  },
  nothing: {
    title: "Nothing in your bag can be ordered",
    lead: "Everything in it is sold out at the moment.",
    toBag: "Go to your bag",
  },
  closed: "The shop offers no way to pay at the moment, so it takes no orders. Write to the shop.",
} as const;

/** A member's orders, and one of them. */
export const orders = {
  title: "Your orders",
  lead: "What you ordered, newest first.",
  empty: { title: "No orders yet", lead: "What you order is listed here.", action: "See the range" },
  number: "Order {number}",
  pieces: "{pieces, plural, one {# piece} other {# pieces}}",
  pages: "Pages of your orders",
  newest: "Newest orders",
  older: "Older orders",
  all: "All orders",
  states: { PLACED: "Placed", ACCEPTED: "Accepted", SENT: "Sent", CANCELLED: "Cancelled" },
  lines: { heading: "What you ordered", total: "Total" },
  history: {
    heading: "What happened",
    placed: "Placed",
    paid: "Paid",
    accepted: "Accepted",
    sent: "Sent",
    cancelled: "Cancelled",
  },
  delivery: "Delivery",
  note: "Your note",
  reason: "The shop writes",
  payment: "Payment",
  cancel: {
    open: "Cancel this order",
    what: "You can cancel until we accept the order. This cannot be undone.",
    submit: "Cancel the order",
    pending: "Cancelling…",
  },
  unknown: { title: "You have no order with this number", lead: "Check the number, or choose from your orders." },
  notices: {
    PLACED: "Thank you. We have your order, and have emailed it to you.",
    CANCELLED: "The order is cancelled. We have emailed you.",
    TOO_LATE: "We have already accepted this order, so it was not cancelled. Write to the shop.",
  },
} as const;

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
