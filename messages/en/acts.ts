/**
 * What a fresh proof is for, in words: on the page that takes a recovery code for it, and in the mail that carries its
 * code. Each follows a colon: "It confirms: add a passkey."
 */
export default {
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
