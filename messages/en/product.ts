/** A product's page. The product's own texts are in the database. */
export default {
  membersOnly: "Members only",
  memberSaving: "Your price as a member, {amount} below the list.",
  membersPayLess: "Members pay less for this one, and for everything else.",
  logInForPrice: "Log in for your price",
  register: "Create account",
  logIn: "Log in",
  locked: {
    heading: "This piece is kept for members.",
    lead: "Its price and its story are behind the counter. Membership costs nothing: an email address, a phone number, and a code that we send you. No password.",
  },
  toRange: "Back to the range",
} as const;
