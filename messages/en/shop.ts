/** What stands around every page: its head, its foot, and what it says when there is no page. */
export const shell = {
  titleTemplate: "%s · {shop}",
  title: "{shop}: a short range of things made properly",
  description:
    "Sixteen things for the kitchen, the desk and the home, chosen slowly. Members pay less. Nobody needs a password.",
  skip: "Skip to content",
  mainNav: "Main",
  footerNav: "Footer",
  languageNav: "Language",
  range: "The range",
  members: "Members",
  account: "My account",
  claim: "A short range of things made properly.",
  neverAPassword: "We never ask for a password. A page or email that asks for one isn’t ours.",
  notFound: {
    title: "Page not found",
    heading: "Nobody lives at this number.",
    lead: "The page has moved, does not exist, or is not for this account. Check the address, or start again from the range.",
    toRange: "See the range",
  },
} as const;

/** What is said to screen readers while the next page is on the way. */
export const navigation = {
  underWay: "Loading the page.",
} as const;

/** What the smallest parts of our pages say to screen readers. */
export const ui = {
  number: "<hidden>Number </hidden>{value}",
  publicPrice: "<hidden>Public price </hidden>{price}",
  memberPrice: "<hidden>Member price </hidden>{price}",
} as const;

/** The public storefront. `saving` says whether members save nothing to speak of, up to `most`, or from `least` to it. */
export const storefront = {
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

/** The members' room, and the door to it. The long read in it is blue-line.ts. */
export const home = {
  title: "Members’ room",
  door: {
    heading: "Please log in to continue.",
    logIn: "Log in",
  },
  kept: {
    heading: "From behind the counter",
    lead: "Made in numbers too small for the window. Only members see them.",
    emptyTitle: "There is nothing here just now.",
    empty: "The next small batch will be shown here first.",
  },
  order: {
    lead: "Write how many you want beside each piece.",
    howMany: "How many: {name}",
    submit: "Add to bag",
  },
  prices: "What you pay",
} as const;

/** The long read of the members' room. Its paragraphs stand in the order of the page. */
export const blueLine = {
  kicker: "For members, to read slowly",
  heading: "The blue line is never straight",
  standfirst: "Why the rim of an enamel kettle is painted by hand, and why we stopped sending back the crooked ones.",
  ridge:
    "Run a thumb along the rim of an enamel cup and you feel a small ridge where white turns into blue. Most people take it for decoration. It is closer to a bandage.",
  glass:
    "Enamel is glass. It begins as sand, soda and borax, melted together, poured into cold water so that it shatters, and ground with clay into a slip as thick as cream. A pressed steel cup is dipped into the slip, turned once, shaken once, and hung up by its ear to dry. Then it spends four minutes in a furnace at 820 degrees. In there, glass and steel become one thing. On the way out they begin to disagree, because steel shrinks faster than glass as it cools. Along the broad wall of a cup the two settle it: the steel pulls, the glass is squeezed, and glass likes to be squeezed.",
  edge: "At the edge there is no room to settle anything. The wall ends in a lip no thicker than a coin, and liquid glass, like any liquid, draws back from a sharp corner. What stays is thin. If a cup is going to chip, it chips there, on the first spoon.",
  sectionCaption:
    "The rim, cut open: the second coat (1), the first coat, thin where it turns the corner (2), and the steel (3).",
  irena:
    "So the rim gets a second coat of its own. At the works that makes our kettles three people do this. The one who has done it longest sits at the far end of the hall, where the windows are. She drives her turntable with her foot. Her name is Irena. She holds a flat brush full of cobalt slip against the turning rim and lets the pot paint itself. A cup takes one turn. A kettle takes two, because the spout interrupts. Nobody measures. The line is three millimetres wide where the brush is full and two where it is nearly empty. There is one spot, if you look for it. There the end of the stroke runs over its own beginning by the width of a match.",
  machine:
    "A machine has been offered, more than once. It sprays the rim through a stencil, forty a minute instead of four, and dead straight. The works tried it for a season. A sprayed line is thin, since a spray has to be, and the returns went up. A brush leaves more glass than looks tidy. The untidiness, it turned out, had been doing the work.",
  cobalt:
    "And why blue? Because cobalt is patient. Copper turns black if the fire runs long, and iron goes brown. Cobalt stays blue. It was the practical colour for a century before it was the charming one. That is why house numbers are blue, and hospital basins, and the sign over our own door.",
  returns:
    "We used to send kettles back. A line that ran downhill, a line with a blob, a line where the brush had plainly been interrupted by somebody’s joke. Then we looked at the ones in our own kitchen, three years on. The blobs were fine. It was the elegant ones that had gone to rust at the lip.",
  signature:
    "When yours comes, turn it until you find the overlap. That is where she lifted the brush. It is the strongest part of the rim, and the only signature on anything we sell.",
  pullQuote: "The untidiness had been doing the work.",
  overlapCaption: "The same rim from above. The stroke begins and ends where the pointer is.",
} as const;

/** A product's page. The product's own texts are in the database. */
export const product = {
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
  quantity: "Quantity",
  addToBag: "Add to bag",
  soldOut: "Sold out",
  onlyLeft: "{left, plural, one {Only # left} other {Only # left}}",
  toRange: "Back to the range",
} as const;
