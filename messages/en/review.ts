/** The page after a move to another email: what can open the account, for its owner to keep or remove. */
export default {
  title: "What can open your account",
  lead: "If somebody else has used your account, something here may be theirs. Keep what you know, and remove the rest.",
  nothing: "Only this browser and your email address can open your account.",
  sessions: "Other sessions",
  endSessions: "End sessions",
  removePasskeys: "Remove a passkey",
  replaceCodes: "Replace the recovery codes",
  phone: "Phone number",
  phoneVerified: "Verified on {at}.",
  changePhone: "Change the number",
  about: "Each removal is a step of its own, and asks you to confirm that it is you.",
  keepAll: "Keep all",
  done: "Go to your account",
} as const;
