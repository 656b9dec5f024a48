/** Where an owner stops that the shop gives their account another address. */
export default {
  metaTitle: "Keep your address",
  title: "Did you lose your account?",
  lead: "Someone told the shop so, and asks for another address. After {dueAt} the shop may give it to them.",
  addressStays: "Your account keeps its address. Nothing else changes, and nobody is logged out.",
  shopSees: "The shop sees that you have stopped it.",
  stop: "Stop this",
  stopping: "Stopping…",
  stoppedTitle: "Your account keeps its address",
  stopped: "It is stopped. Nothing was changed.",
  deadLead:
    "Nothing was changed. Open the link in the newest email about it, or copy the whole of it into the address bar.",
  deadAdvice: "If your account got an address that is not yours, write to the shop at once.",
} as const;
