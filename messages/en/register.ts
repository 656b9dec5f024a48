/** The registration. */
export default {
  title: "Create account",
  lead: "No password to invent. We confirm your email with a code, and you are in.",
  alreadyMember: "Already a member? <link>Log in</link>",
  form: { emailHint: "Your codes go here.", create: "Create account", sending: "Sending…" },
} as const;
