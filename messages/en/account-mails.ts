/** Mails about having an account: how it begins, that there is none, and how it ends. */
export default {
  welcome: {
    subject: "Welcome to {shop}",
    heading: "Welcome, {username}",
    ready:
      "Your {shop} account is ready, and there is no password to remember: whenever you log in, we send a code to this address.",
    members: "Members pay less for everything in the shop, and some pieces are kept for members only.",
    link: "See what members see",
  },
  invitation: {
    subject: "{shop} made an account for you",
    heading: "{shop} invites you",
    made: "{shop} ({domain}) made an account for this email address, with the username {username}.",
    noPassword: "There is no password: log in with this address, and we send a code to it.",
    ifUnwanted:
      "If you do not want the account, there is nothing to do. Without a code from this mailbox nobody can use it.",
  },
  noAccount: {
    subject: "No {shop} account for this address",
    heading: "There is no account for this address",
    asked:
      "Someone using {device} just asked to log in to {shop} ({domain}) with this email address. No account here can be used with it, so no code was sent.",
    ifYou: "If it was you, perhaps you registered with another address, or have not registered yet.",
    ifNot: "If it was not you, there is nothing to do.",
    link: "Create an account",
  },
  codesOff: {
    heading: "Codes are off for your account",
    asked:
      "Someone using {device} just asked {shop} ({domain}) for a code to log in with this email address. You have switched codes off, so none was sent.",
    ifYou: "If it was you, log in with your passkey. If you have lost it, use a recovery code.",
    ifNot: "If it was not you, there is nothing to do. Nobody gets in with this mailbox alone.",
    login: "Log in with a passkey",
    recovery: "Use a recovery code",
  },
  deletion: {
    heading: "Your account will be deleted",
    asked:
      "You asked for your account at {shop} ({domain}) to be deleted: {device}, {time}. It is closed now, and every browser is logged out.",
    due: "On {due} or within a day of it your details, passkeys and all else go for good, and nobody can bring them back.",
    keep: "Until then you can keep it. The link opens a page with one button; logging in leads there too.",
    ifNot:
      "If it was not you, keep the account, log in, and look at your passkeys. Whoever it was had a code from this mailbox, a passkey or one of your recovery codes: change the password of your email account, and make new recovery codes.",
    link: "Keep my account",
  },
  kept: {
    heading: "Your account stays",
    pressed:
      "Your account at {shop} ({domain}) will not be deleted. Someone pressed the button to keep it: {device}, {time}.",
    ifYou: "If it was you, log in as always. You may ask for it to be deleted again at any time.",
    ifNot:
      "If it was not you, whoever it was reads this mailbox or has one of your passkeys. Log in, remove passkeys that are not in your hands, and ask again.",
  },
  deleted: {
    heading: "Your account was deleted",
    done: "The shop deleted the account {username} at {shop} ({domain}) on {time}, with all that belonged to it.",
    ifNot: "If you did not ask for this, write to the shop.",
  },
} as const;
