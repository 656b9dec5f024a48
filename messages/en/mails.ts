/** What several notices say. */
export default {
  logIn: "Log in",
  notMe: "This was not me",
  ifYou: "If it was you, there is nothing to do.",
  noMore:
    "This is the third message of this kind within an hour, and we send no more than three. To see everything, log in and look at your sessions.",
  ifAsked: "If you asked for this, there is nothing to do.",
  writeAtOnce: "If you did not ask for this, write to the shop at once.",
} as const;
