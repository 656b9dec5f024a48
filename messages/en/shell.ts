/** What stands around every page: its head, its foot, and what it says when there is no page. */
export default {
  titleTemplate: "%s · myshop",
  title: "myshop: a short range of things made properly",
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
  neverAPassword: "We never ask for a password. If a page or a mail does, it isn’t ours.",
  notFound: {
    title: "Nothing at this address",
    heading: "Nobody lives at this number.",
    lead: "The page has moved, was never here, or is not for this account. Check the address, or start again from the range.",
    toRange: "See the range",
  },
} as const;
