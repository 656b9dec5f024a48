/** What the pages have in common that links in our mails open. Each says before its button what the button does. */
export default {
  ifPressed: "If you press the button:",
  ifLeft: "If you leave this page, nothing changes. You are not logged in here.",
  leave: "It was me, leave it",
  logIn: "Log in",
  deadTitle: "This link is no longer good",
  toWindow: "Go to the shop window",
} as const;
