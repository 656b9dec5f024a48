import type { ReportTopic } from "@/lib/auth/find-report";

const slowing = "For an hour no new browser can ask for a code to your address from there.";

const login = {
  title: "Someone logged in as you",
  lead: "We told you because we had not seen the browser with you before, or because wrong codes came first.",
  terms: { device: "Browser", at: "Logged in" },
  consequences: ["That browser is logged out at once.", "We treat it as unknown if it comes back."],
  slowing,
  leave: "It was me, leave it",
  endedTitle: "That session is ended",
  ended: "That browser is no longer logged in to your account.",
  advice:
    "Whoever it was had a code from your mailbox. If you did not pass it on, change the password of your email account.",
};

/** What the page says before and after, for each thing that can be reported. Nothing about the person. */
export const reportWords = {
  challenge: {
    title: "Someone asked for a code",
    lead: "They entered your email address here. Without the code from your mailbox nobody gets in.",
    terms: { device: "Asked from", at: "When" },
    consequences: [
      "The code stops working, and so does any other that we sent you within ten minutes of it.",
      "Whoever logged in with one of those codes is logged out. If you did, log in again.",
      "We treat the browser that asked as unknown. If it is logged in to your account, it is logged out.",
    ],
    slowing,
    leave: "It was me, leave it",
    endedTitle: "That request is ended",
    ended: "The code no longer works, and nobody is logged in by it.",
    advice: "There is nothing else to do. If you want to log in yourself, ask for a new code.",
  },
  "step-up": {
    title: "Someone who is logged in asked for a code",
    lead: "Someone who is logged in to your account asked to confirm a sensitive act there, such as logging out everywhere.",
    terms: { device: "Asked from", at: "When" },
    consequences: [
      "The code stops working, and so does any other that we sent you within ten minutes of it.",
      "The browser that asked is logged out, and whatever it confirmed with the code counts no more.",
      "We treat it as unknown if it comes back.",
    ],
    slowing,
    leave: "It was me, leave it",
    endedTitle: "That request is ended",
    ended: "The code no longer works, and the session that asked is ended.",
    advice:
      "Whoever it was had logged in with a code from your mailbox. If you did not pass one on, change the password of your email account.",
  },
  session: login,
  browser: login,
} as const satisfies Record<ReportTopic, unknown>;
