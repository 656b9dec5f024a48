/** The page with the button that logs out, for whoever opens /logout by its address. */
export default {
  metaTitle: "Log out",
  title: "Log out?",
  lead: "This ends your session in this browser. Coming back takes one code.",
  stay: "Stay logged in",
  submit: "Log out",
} as const;
