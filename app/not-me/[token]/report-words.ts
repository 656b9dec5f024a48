import type { ReportKind } from "@/lib/auth/report-token";

const slowing = "Nobody can ask for a code to your address from there for an hour.";

/** What the page says before and after, for a code request and for a session. Nothing about the person. */
export const reportWords = {
  challenge: {
    title: "Someone asked for a code",
    lead: "They entered your email address here. Without the code from your mailbox nobody gets in.",
    terms: { device: "Asked from", at: "When" },
    consequences: [
      "The code stops working, and so does any other that we sent you in the last ten minutes.",
      "If someone logged in with it, they are logged out.",
    ],
    slowing,
    leave: "It was me, leave it",
    endedTitle: "That request is ended",
    ended: "The code no longer works, and nobody is logged in by it.",
    advice: "There is nothing else to do. If you want to log in yourself, ask for a new code.",
  },
  session: {
    title: "Someone logged in as you",
    lead: "From a browser that we had not seen with you before.",
    terms: { device: "Browser", at: "When" },
    consequences: ["That browser is logged out at once.", "We treat it as unknown if it comes back."],
    slowing,
    leave: "It was me, leave it",
    endedTitle: "That session is ended",
    ended: "That browser is no longer logged in to your account.",
    advice:
      "Whoever it was had a code from your mailbox. If you did not pass it on, change the password of your email account.",
  },
} as const satisfies Record<ReportKind, unknown>;
