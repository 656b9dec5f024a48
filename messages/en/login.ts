/** The login, by code, by passkey and by recovery code, and the sign beside every card of these pages. */
export default {
  title: "Log in",
  lead: "No password here. We send a code to your email, and you type it in.",
  newHere: "New here? <link>Create an account</link>",
  byPasskey: "Log in with a passkey",
  passkeyNeedsScript: "A passkey needs JavaScript. The code works without it.",
  form: { send: "Send code", sending: "Sending…" },
  recovery: {
    title: "Log in with a recovery code",
    lead: "One of the ten codes that you printed or saved. It works once.",
    byMail: "Log in with a code from the mail",
    nothingLeft:
      "No code, no passkey and no mailbox? Write to the shop. Staff can give your account another address, after a wait.",
    form: { logIn: "Log in", checking: "Checking…" },
  },
  sign: { noPassword: "No password.", justANumber: "Just a number." },
} as const;
