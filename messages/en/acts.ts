/**
 * What a fresh proof is for, in words: on the page where it is given, and in the mail that carries its code. Each goes
 * on from "to": "To add a passkey." A translation is put so that it goes on from its own word for it.
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
  "new-address": "make this the email address of an account",
} as const;
