/** Where somebody keeps the account that they asked to have deleted. */
export default {
  metaTitle: "Keep your account",
  title: "Keep your account?",
  lead: "You asked for it to be deleted. On {dueAt} or within a day of it, it goes for good. Until then nobody can log in to it.",
  leave: "Leave it to be deleted",
  detailsStay: "Your account is not deleted. Your details and passkeys are as they were.",
  logInAgain: "You log in again, with a code or a passkey.",
  staysClosed: "You cannot log in to it: it was closed by the shop, and stays so.",
  weTell: "We tell you by email.",
  keep: "Keep my account",
  keeping: "Keeping…",
  keptTitle: "Your account stays",
  kept: "It will not be deleted. Log in as always.",
  keptClosed: "It will not be deleted.",
  keptAdvice:
    "Your passkeys still work. If you did not ask for the deletion yourself, look at them first, and remove those that you do not know.",
  deadLead:
    "Nothing was changed. Open the link in the newest email about it, or copy the whole of it into the address bar.",
  deadAdvice: "An account that was deleted cannot be brought back. You can create a new one with the same email.",
} as const;
