/**
 * What a fresh proof is for, in words: on the page that takes a recovery code for it, and in the mail that carries its
 * code. Each follows a colon: "It confirms: add a passkey."
 */
export const sensitiveActions = {
  "end-sessions": "log out other browsers, or everywhere",
  "add-passkey": "add a passkey",
  "remove-passkey": "remove a passkey",
  "make-recovery-codes": "make recovery codes",
  "change-email": "change your email address",
  "change-phone": "change or verify your phone number",
  "export-data": "download your data",
  "delete-account": "delete your account",
  "switch-codes-on": "log in with codes again",
  "new-address": "make this the email address of an account",
} as const;

/** How an act is confirmed on its page: what is said beside the button, and what the browser says while it asks. */
export const stepUp = {
  note: {
    passkeyAlone:
      "Your browser first asks for a passkey you already have. Staff cannot confirm this with a code, so that nobody can do it with your mailbox.",
    passkey:
      "Your browser asks for your passkey first, so that nobody else can do this with it. No passkey at hand? <link>Confirm with a code from the mail</link>.",
    code: "We send a code to your email first, so that nobody else can do this with your browser.",
    codeOrPasskey:
      "We send a code to your email first, so that nobody else can do this with your browser. <link>Confirm with your passkey instead</link>.",
    byRecoveryCode: "Confirm with a recovery code",
    codesOff: "Your browser asks for your passkey first. You have switched codes from the mail off.",
    scriptOrCode: "Your browser asks for a passkey by JavaScript. Without it we send a code to your email.",
    scriptAlone: "Your browser asks for a passkey by JavaScript. Turn it on for this page, and load it again.",
  },
  form: {
    asking: "Waiting for your passkey…",
    sending: "One moment…",
    byCode: "Confirm with a code from the mail",
    unsupported:
      "This browser cannot use passkeys, and this needs one. Nothing was done. Log in with a browser that can.",
    unsupportedTakesCode: "This browser cannot use passkeys, so nothing was done. Confirm with a code instead.",
    notGiven: "Your browser did not hand over a passkey, so nothing was done. Try again.",
    unreached: "The shop could not be reached, so nothing was done. Try again.",
  },
} as const;
