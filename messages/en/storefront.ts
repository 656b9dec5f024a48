/** The public storefront. `saving` says whether members save nothing to speak of, up to `most`, or from `least` to it. */
export default {
  heading: "{count, plural, =0 {Things you buy once.} one {# thing you buy once.} other {# things you buy once.}}",
  lead: "A short range for the kitchen, the desk and the house, chosen slowly and sold without a season. {saving, select, none {Members pay less.} upTo {Members pay up to {most} less.} other {Members pay {least} to {most} less.}} Nobody here has a password to forget.",
  register: "Create account",
  logIn: "Log in",
  yourPrices: "Your prices",
  seeRange: "See the range",
  range: {
    heading: "The range",
    lead: "Numbered in the order they came to us. A number is never given twice; when a thing goes, its plate goes with it.",
    emptyTitle: "The shelves are being filled.",
    empty: "Look in again a little later.",
    plate:
      "{saving, select, none {The same things, less.} upTo {The same things, up to {most} less.} other {The same things, {least} to {most} less.}}",
  },
  kept: {
    heading: "Kept behind the counter",
    lead: "Some things are made in numbers too small for a shop window. Members see them in colour, with their story and their price.",
    prices:
      "{saving, select, none {Every price less} upTo {Every price up to {most} less} other {Every price {least} to {most} less}}",
    pieces: "Pieces nobody else can buy",
    room: "A members’ room with something to read",
    free: "No fee, no newsletter, no password",
    toRoom: "Go behind the counter",
    membersOnly: "Members only",
  },
} as const;
