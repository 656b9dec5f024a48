/** The members' room, and the door to it. The long read in it is blue-line.ts. */
export default {
  title: "Members’ room",
  door: {
    heading: "Please log in to continue.",
    logIn: "Log in",
  },
  kept: {
    heading: "From behind the counter",
    lead: "Made in numbers too small for the window. You see them, others do not.",
    emptyTitle: "Nothing is kept back just now.",
    empty: "The next small batch will be shown here first.",
  },
  prices: "What you pay",
} as const;
