/** The login, by code, by passkey and by recovery code, and the sign beside every card of these pages. */
export const login = {
  title: "Log in",
  lead: "No password here. We send a code to your email, and you type it in.",
  newHere: "New here? <link>Create an account</link>",
  byPasskey: "Log in with a passkey",
  passkeyNeedsScript: "A passkey needs JavaScript. The code works without it.",
  form: { send: "Send code", sending: "Sending…" },
  recovery: {
    title: "Log in with a recovery code",
    lead: "Enter one of the ten codes that you printed or saved. Each works once.",
    byMail: "Log in with a code by email",
    nothingLeft:
      "No code, no passkey and no access to your email? Write to <support>the shop</support>. After a waiting period, staff can give your account another address.",
    form: { logIn: "Log in", checking: "Checking…" },
  },
  sign: { noPassword: "No password.", justANumber: "Just a number." },
} as const;

/** The registration. */
export const register = {
  title: "Create account",
  lead: "No password to invent. We confirm your email with a code, and you're in.",
  alreadyMember: "Already a member? <link>Log in</link>",
  form: { emailHint: "Your codes go here.", create: "Create account", sending: "Sending…" },
} as const;

/** The fields of the shop's forms, and what is wrong with what was typed: the faults of lib/http/field-errors.ts. */
export const fields = {
  username: { label: "Username", hint: "Shown in the shop. Letters, digits, dots, dashes, underscores." },
  email: { label: "Email" },
  phone: {
    label: "Phone number",
    hint: "Such as +44 20 7946 0018. For {country} numbers the country code may be left out.",
  },
  recoveryCode: {
    label: "Recovery code",
    hint: "24 letters and digits. You can leave out the dashes and use small letters.",
  },
  USERNAME_EMPTY: "Choose a username.",
  USERNAME_MALFORMED: "Use 3 to 30 letters, digits, dots, dashes or underscores. Start with a letter.",
  USERNAME_RESERVED: "This name is reserved for the shop. Choose another one.",
  EMAIL_EMPTY: "Enter your email address.",
  EMAIL_MALFORMED: "This does not look like an email address. Example: name@example.com",
  EMAIL_BEYOND_ASCII:
    "We cannot send email to an address with letters such as é or 用 before the @. Enter another address.",
  PHONE_EMPTY: "Enter your phone number.",
  PHONE_MALFORMED: "This does not look like a phone number. Include the country code: +44 20 7946 0018",
} as const;

/** Asked about an address whose domain is a letter or two from a known one. */
export const emailSuggestion = {
  question: "Did you mean {email}? If what you typed is right, send the form again.",
  use: "Use {email}",
} as const;

/** The code page: where a code is typed or asked for again, and what it is when the request has ended. */
export const otp = {
  title: "Enter your code",
  stepUpTitle: "Confirm it's you",
  changeEmailTitle: "Confirm your new address",
  verifyPhoneTitle: "Confirm your phone number",
  lead: "We are sending a message to <to>{address}</to>. A code works for 10 minutes, in this browser only.",
  otherEmail: "Use another email",
  otherAddress: "Use another address",
  otherNumber: "Use another number",
  toAccount: "Back to your account",
  byRecoveryCode: "Confirm with a recovery code",
  form: { code: "One-time code", format: "The 6 digits that we sent", verify: "Verify", checking: "Checking…" },
  resend: {
    nothingThere: "Nothing there? Look in the spam folder, or ask again.",
    nothingOnPhone: "Nothing there? Ask again.",
    send: "Send a new code",
    sendIn: "in {seconds} s",
    sending: "Sending…",
    spent: "We have sent this code five times. Look in your spam folder, or start again in ten minutes.",
    spentOnPhone: "We have sent this code five times. Use another number, or start again in ten minutes.",
    phoneWays: {
      title: "Get a code by phone instead",
      lead: "If your account has a verified phone number, we can send a code to it. If not, use the email.",
      sms: "Text me a code",
      whatsapp: "Send a code by WhatsApp",
      call: "Call me with a code",
      risk: "Phone numbers can be taken over. A passkey is safer: add one after you log in.",
    },
  },
  ended: {
    expiredTitle: "This code has expired",
    spentTitle: "This code no longer works",
    sendTo: "Send a new code to <to>{address}</to>",
    sending: "Sending…",
  },
  elsewhere: {
    title: "Enter the code where you asked for it",
    lead: "The code works only in the browser that asked for it, and this is a different one. Go back there and enter the code from the email.",
    logIn: "Log in here instead",
    notYou: "Didn't ask for it? Don't share the code. To cancel the request, open “This was not me” in the email.",
  },
  askedFrom: { device: "Requested from", at: "When" },
  chooseAgain: {
    title: "One thing to change",
    lead: "Your email is confirmed. Only this is left:",
    problem: "We could not create the account: one of these details may already be taken. Change it, or try again.",
    create: "Create account",
    creating: "Creating…",
  },
} as const;

/** What a form says that asks the browser for a proof of work, and for how long to wait where it cannot give one. */
export const botCheck = {
  running: "Running a quick check that you're not a bot. This takes a few seconds.",
  waitSeconds:
    "There were too many attempts just now. Please wait {seconds, plural, one {# second} other {# seconds}}, then press the button again.",
  waitMinutes:
    "There were too many attempts just now. Please wait {minutes, plural, one {one minute} other {# minutes}}, then press the button again.",
} as const;

/** The page with the button that logs out, for a visitor who opens /logout by its address. */
export const logout = {
  metaTitle: "Log out",
  title: "Log out?",
  lead: "This ends your session in this browser. You can log in again at any time.",
  stay: "Stay logged in",
  submit: "Log out",
} as const;
