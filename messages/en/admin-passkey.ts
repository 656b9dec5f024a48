/** The page that asks staff for a passkey before the dashboard opens. */
export default {
  title: "Confirm with your passkey",
  CONFIRM_PASSKEY: {
    title: "Confirm with your passkey",
    why: "The dashboard shows other people’s data. A code from your mailbox does not open it. Your passkey does.",
    button: "Confirm with your passkey",
    noScript: "Your browser needs JavaScript to use a passkey. Turn it on for this page, and load it again.",
    notAtHand: "No passkey at hand? Log in with a device that has one, or ask an admin to reset your passkeys.",
  },
  ADD_PASSKEY: {
    title: "Add a passkey to open the dashboard",
    why: "The dashboard shows other people’s data, so everyone who works here opens it with a passkey. Add one to your account. Then come back here.",
    button: "Add a passkey",
  },
  PASSKEYS_LOST: {
    title: "None of your passkeys works",
    advice:
      "The dashboard opens with a passkey only. Ask another admin to reset your passkeys, then add a new one. If you are the only admin, run <command>npm run create-admin</command> with <command>--reset-passkeys</command> on the server.",
  },
} as const;
