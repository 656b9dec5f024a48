/** What several notices say. */
export const mails = {
  logIn: "Log in",
  notMe: "This was not me",
  ifYou: "If it was you, there is nothing to do.",
  noMore:
    "This is the third email of this kind within an hour, and we send no more than three. To see everything, log in and check your sessions.",
  ifAsked: "If you asked for this, there is nothing to do.",
  writeAtOnce: "If you did not ask for this, write to the shop at once.",
} as const;

/**
 * The mail that carries a one-time code. Twilio makes the code, so no sentence holds it: the template puts it in front of
 * `isYourCode` and `isYourOneTimeCode` (emulator/templates/code-mail.html).
 */
export const codeMail = {
  isYourCode: "is your {shop} code",
  isYourOneTimeCode: "is your one-time code for {domain}.",
  heading: "This is your one-time code.",
  confirms: "It confirms: {act}.",
  life: "It works for {minutes, plural, one {# minute} other {# minutes}} and only once.",
  where: "Enter it on {domain} and nowhere else.",
  never: "{shop} will never ask you for it by phone, chat or email.",
  fillIn: "Fill in the code for me",
  fillInHow: "Works in the browser that asked for the code. It only fills in the code: you still press Verify.",
  fillInByLink: "Fill it in by link, in the browser that asked for it (you still press Verify):",
  askedFrom: "Requested from",
  when: "When",
  ifNot: "Not you? You don't need to do anything: nobody can log in without this code. Do not share it.",
  end: "To cancel the request now:",
  endByLink: 'To cancel the request now, open "This was not me":',
  why: "Sent because someone entered this address on {domain}.",
} as const;

/** Notices of what was done in an account, or with its address, by somebody with a browser. */
export const securityMails = {
  newBrowser: {
    subject: "New login to {shop}: {device}",
    heading: "New login to your account",
    what: "Someone logged in to your account at {shop} ({domain}) from a new browser: {device}, {time}.",
    ifNot: "If it was not you, end that session. The link opens a page with one button.",
  },
  wrongCodes: {
    heading: "Login after wrong codes",
    what: "Someone logged in to your account at {shop} ({domain}) after several wrong codes: {device}, {time}.",
  },
  passkey: {
    added: {
      heading: "A passkey was added",
      what: "A passkey was added to your account at {shop} ({domain}): {device}, {time}. Anyone who has it can log in to your account without a code.",
      ifNot: "If it was not you, remove it and log out everywhere. The link opens a page with one button.",
    },
    removed: {
      heading: "A passkey was removed",
      what: "A passkey was removed from your account at {shop} ({domain}): {device}, {time}. It no longer works.",
      ifNot: "If it was not you, log out the browser that did it. The link opens a page with one button.",
    },
    copied: {
      heading: "A passkey was blocked",
      what: "A passkey of your account at {shop} ({domain}) may have been cloned: {device}, {time}. We refused it, and it no longer works.",
      ifNot:
        "Someone may have a copy of your passkey. The link opens a page with one button that removes it and logs everyone out, including you. Then log in, and add a new passkey.",
    },
  },
  profile: {
    what: "This happened in your account at {shop} ({domain}): {device}, {time}.",
    username: {
      heading: "Your username was changed",
      ifNot:
        "If it was not you, log out the browser that did it. The link opens a page with one button. Then log in, and choose another username.",
    },
    phone: {
      heading: "Your phone number was changed",
      ifNot:
        "If it was not you, use the link. It logs out the browser that did it, and a number that it verified is no longer verified. It opens a page with one button. Then log in, and enter your own number.",
    },
    language: {
      heading: "Your language was changed",
      ifNot:
        "This is the last email in your earlier language. If it was not you, log out the browser that did it. The link opens a page with one button. Then log in, and choose your language.",
    },
    phoneVerified: {
      heading: "Your phone number was verified",
      ifNot:
        "If it was not you, use the link. It logs out the browser that did it, and the number is no longer verified. It opens a page with one button. Then log in, and check that the number is yours.",
    },
    codesOff: {
      heading: "Login codes were switched off",
      ifNot:
        "From now on you need a passkey or a recovery code to log in. If it was not you, log out the browser that did it. The link opens a page with one button. It also removes a passkey that was added or used in that browser. If you cannot log in after that, write to the shop.",
    },
    codesOn: {
      heading: "Login codes were switched on",
      ifNot:
        "You can log in with a code from this mailbox again. If it was not you, log out the browser that did it. The link opens a page with one button. Then log in, and switch codes off.",
    },
    data: {
      heading: "Your data was downloaded",
      ifNot:
        "If it was not you, someone has what the shop knows about you: your addresses, your number, and where you were logged in. Log out the browser that did it. The link opens a page with one button.",
    },
  },
  recoveryCodes: {
    ifNot:
      "If it was not you, log out that browser. The link opens a page with one button. Your recovery codes then stop working: make new ones.",
    made: {
      heading: "New recovery codes were made",
      what: "Ten recovery codes were made for your account at {shop} ({domain}): {device}, {time}. Each one logs in once, without a code from this mailbox. Earlier ones no longer work.",
    },
    login: {
      heading: "A recovery code was used",
      what: "Someone logged in to your account at {shop} ({domain}) with one of your recovery codes: {device}, {time}.",
    },
    confirmation: {
      heading: "A recovery code was used",
      what: "Someone who is logged in to your account at {shop} ({domain}) confirmed a change with one of your recovery codes: {device}, {time}.",
    },
  },
  addressLeft: {
    heading: "Your email address was changed",
    what: "Your account at {shop} ({domain}) now has the address {address}: {device}, {time}. Codes go there from now on, and you can no longer log in with this address.",
    ifNot:
      "If it was not you, the link puts your account back to this address and logs everyone out, whatever was changed since. It opens a page with one button, and works for seven days. Until then, nobody else can register with this address.",
  },
  addressAdded: {
    heading: "This is now your account's address",
    what: "Your account at {shop} ({domain}) now has this email address: {device}, {time}. Codes come here from now on.",
    others:
      "Other browsers, passkeys, recovery codes and your phone can still open your account. Your account lists them all, so that you can remove what is not yours.",
    ifNot:
      "If it was not you, the link removes this address from the account. It opens a page with one button, and works for seven days.",
  },
  addressRestored: {
    heading: "Your account has this address again",
    what: "The change of your account's email address at {shop} ({domain}) was undone with the link that we emailed: {device}, {time}.",
    gone: "Everyone is logged out. We removed passkeys added since the change or in the week before it. A phone number verified in that time is no longer verified. If recovery codes were made or used in that time, all of them stopped working.",
    look: "Log in and check your passkeys and your phone number. If someone else changed the address, they had a code from this mailbox, one of your devices or a passkey. Change the password of your email account, and remove passkeys that you do not have.",
    ifNot: "If you did not undo it, someone else reads this mailbox: write to the shop.",
  },
  addressTakenBack: {
    heading: "This address is no longer in use",
    what: "An account at {shop} ({domain}) that had moved to this address is back at its earlier one: {device}, {time}. Nobody can log in to it with this address.",
    ifYou: "If that was you, there is nothing to do.",
    ifNot:
      "If the account is yours and you did not want this, write to the shop: someone had the link that we emailed to the earlier address.",
  },
} as const;

/** Mails about having an account: how it begins, that there is none, and how it ends. */
export const accountMails = {
  welcome: {
    subject: "Welcome to {shop}",
    heading: "Welcome, {username}",
    ready:
      "Your {shop} account is ready, with no password to remember. Each time you log in, we send a code to this address.",
    members: "Members pay less for everything in the shop, and some pieces are kept for members only.",
    link: "See what members see",
  },
  invitation: {
    subject: "{shop} created an account for you",
    heading: "{shop} invites you",
    made: "{shop} ({domain}) created an account for this email address, with the username {username}.",
    noPassword: "There is no password. Log in with this address, and we send a code to it.",
    ifUnwanted:
      "If you do not want the account, there is nothing to do. Nobody can use it without a code from this mailbox.",
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
    ifNot: "If it was not you, there is nothing to do. Nobody can log in with this mailbox alone.",
    login: "Log in with a passkey",
    recovery: "Use a recovery code",
  },
  deletion: {
    heading: "Your account will be deleted",
    asked:
      "You asked for your account at {shop} ({domain}) to be deleted: {device}, {time}. It is closed now, and every browser is logged out.",
    due: "On {due}, or within a day of that, we permanently delete your details, your passkeys and everything else, except orders that tax law makes us keep. Nobody can restore them.",
    keep: "Until then you can keep it. Use the link, which opens a page with one button, or log in.",
    ifNot:
      "If it was not you, keep the account, log in, and check your passkeys. That person had a code from this mailbox, a passkey or one of your recovery codes. Change the password of your email account, and make new recovery codes.",
    link: "Keep my account",
  },
  kept: {
    heading: "Your account is kept",
    pressed:
      "Your account at {shop} ({domain}) will not be deleted. Someone pressed the button to keep it: {device}, {time}.",
    ifYou: "If it was you, log in as usual. You can ask us to delete it again at any time.",
    ifNot:
      "If it was not you, someone else reads this mailbox or has one of your passkeys. Log in, remove passkeys that you do not have, and ask for the deletion again.",
  },
  deleted: {
    heading: "Your account was deleted",
    done: "The shop deleted the account {username} at {shop} ({domain}) on {time}, with everything in it except orders that tax law makes us keep.",
    ifNot: "If you did not ask for this, write to the shop.",
  },
} as const;
