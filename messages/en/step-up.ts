/**
 * What a re-authentication is for, in words: on the page that takes a recovery code for it, and in the mail that carries its
 * code. Each follows a colon: "It confirms: add a passkey."
 */
export const sensitiveActions = {
  "end-sessions": "end other sessions, or log out everywhere",
  "add-passkey": "add a passkey",
  "remove-passkey": "remove a passkey",
  "make-recovery-codes": "make recovery codes",
  "change-email": "change your email address",
  "change-phone": "change or verify your phone number",
  "export-data": "download your data",
  "delete-account": "delete your account",
  "switch-codes-on": "switch codes on again",
  "new-address": "use this as the email address of an account",
} as const;

/** How an act is confirmed on its page: what is said beside the button, and what the browser says while it asks. */
export const stepUp = {
  note: {
    passkeyAlone:
      "Your browser first asks for a passkey that you already have. Staff cannot confirm this with a code, so access to your mailbox alone is not enough.",
    passkey:
      "Your browser first asks for your passkey, to confirm it's you. No passkey at hand? <link>Confirm with a code by email</link>.",
    code: "We first send a code to your email, to confirm it's you.",
    codeOrPasskey:
      "We first send a code to your email, to confirm it's you. <link>Confirm with your passkey instead</link>.",
    byRecoveryCode: "Confirm with a recovery code",
    codesOff: "Your browser first asks for your passkey, to confirm it's you. You have switched off codes by email.",
    scriptOrCode: "Your browser needs JavaScript to ask for a passkey. Without it, we send a code to your email.",
    scriptAlone: "Your browser needs JavaScript to ask for a passkey. Turn it on, and reload this page.",
  },
  form: {
    asking: "Waiting for your passkey…",
    sending: "One moment…",
    byCode: "Confirm with a code by email",
    unsupported:
      "This browser does not support passkeys, and this action needs one, so nothing was done. Log in with another browser.",
    unsupportedTakesCode: "This browser does not support passkeys, so nothing was done. Confirm with a code instead.",
    notGiven: "Your browser did not provide a passkey, so nothing was done. Try again.",
    unreached: "The shop could not be reached, so nothing was done. Try again.",
  },
} as const;
