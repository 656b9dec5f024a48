/** What several notices say. */
export const mails = {
  logIn: "Log in",
  notMe: "This was not me",
  ifYou: "If it was you, there is nothing to do.",
  noMore:
    "This is the third message of this kind within an hour, and we send no more than three. To see everything, log in and look at your sessions.",
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
  where: "Type it on {domain} and nowhere else.",
  never: "{shop} will never ask you for it by phone, chat or mail.",
  fillIn: "Fill in the code for me",
  fillInHow: "Works in the browser that asked for the code. It only fills the code in: you press Verify.",
  fillInByLink: "Fill it in by link, in the browser that asked for it (you still press Verify):",
  askedFrom: "Asked from",
  when: "When",
  ifNot: "Not you? Then you need not do anything: without this code nobody gets in. Do not pass it on.",
  end: "To end the request at once:",
  endByLink: 'To end the request at once, open "This was not me":',
  why: "Sent because someone entered this address on {domain}.",
} as const;

/** Notices of what was done in an account, or with its address, by somebody with a browser. */
export const securityMails = {
  newBrowser: {
    subject: "New login to {shop}: {device}",
    heading: "A new browser is logged in",
    what: "Someone logged in to your account at {shop} ({domain}) from a browser that we have not seen with you before: {device}, {time}.",
    ifNot: "If it was not you, end that session. The link opens a page with one button.",
  },
  wrongCodes: {
    heading: "A login after wrong codes",
    what: "Someone logged in to your account at {shop} ({domain}) after several wrong codes: {device}, {time}.",
  },
  passkey: {
    added: {
      heading: "A passkey was added",
      what: "A passkey was added to your account at {shop} ({domain}): {device}, {time}. Whoever holds it can log in to your account without a code.",
      ifNot: "If it was not you, remove it and log out everywhere. The link opens a page with one button.",
    },
    removed: {
      heading: "A passkey was removed",
      what: "A passkey was removed from your account at {shop} ({domain}): {device}, {time}. It opens nothing any more.",
      ifNot: "If it was not you, log the browser out that did it. The link opens a page with one button.",
    },
    copied: {
      heading: "A passkey was closed",
      what: "A passkey of your account at {shop} ({domain}) answered as only a copy of it would: {device}, {time}. We refused it, and it opens nothing any more.",
      ifNot:
        "Somebody may hold a copy of your key. The link removes it and logs everybody out, you too. It opens a page with one button. Then log in, and add a new passkey.",
    },
  },
  profile: {
    what: "This was done in your account at {shop} ({domain}): {device}, {time}.",
    username: {
      heading: "Your username was changed",
      ifNot:
        "If it was not you, log the browser out that did it. The link opens a page with one button. Then log in, and take another username.",
    },
    phone: {
      heading: "Your phone number was changed",
      ifNot:
        "If it was not you, the link logs the browser out that did it, and a number that it verified counts as not verified any more. It opens a page with one button. Then log in, and put your own number there.",
    },
    language: {
      heading: "The shop writes to you in another language now",
      ifNot:
        "This is the last mail in the language of before. If it was not you, log the browser out that did it. The link opens a page with one button. Then log in, and choose your language.",
    },
    phoneVerified: {
      heading: "Your phone number was verified",
      ifNot:
        "If it was not you, the link logs the browser out that did it, and the number counts as not verified any more. It opens a page with one button. Then log in, and look whether the number is yours.",
    },
    codesOff: {
      heading: "Codes for your account were switched off",
      ifNot:
        "From now on only a passkey or a recovery code opens your account. If it was not you, log the browser out that did it. The link opens a page with one button. It also removes a passkey that was added or used in that browser. If you cannot get in then, write to the shop.",
    },
    codesOn: {
      heading: "Codes for your account were switched on",
      ifNot:
        "A code from this mailbox opens your account again. If it was not you, log the browser out that did it. The link opens a page with one button. Then log in, and switch codes off.",
    },
    data: {
      heading: "Your data was downloaded",
      ifNot:
        "If it was not you, somebody has what the shop knows about you: your addresses, your number, and where you were logged in. Log the browser out that did it. The link opens a page with one button.",
    },
  },
  recoveryCodes: {
    ifNot:
      "If it was not you, log that browser out. The link opens a page with one button. Your recovery codes then open nothing any more: make new ones.",
    made: {
      heading: "New recovery codes were made",
      what: "Ten recovery codes were made for your account at {shop} ({domain}): {device}, {time}. Each of them logs in once without a code from this mailbox. Earlier ones work no more.",
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
    heading: "Your account has another email address",
    what: "Your account at {shop} ({domain}) has the address {address} now: {device}, {time}. Codes go there from now on, and this address opens nothing any more.",
    ifNot:
      "If it was not you, the link puts your account back to this address and logs everybody out, whatever was done with the account since. It opens a page with one button, and works for seven days. So long nobody else can register with this address.",
  },
  addressAdded: {
    heading: "This is your account's address now",
    what: "Your account at {shop} ({domain}) has this email address now: {device}, {time}. Codes come here from now on.",
    others:
      "What could open your account before still can: other browsers, passkeys, recovery codes and your phone. Your account lists it all, so that you can remove what is not yours.",
    ifNot:
      "If it was not you, the link takes the account away from this address again. It opens a page with one button, and works for seven days.",
  },
  addressRestored: {
    heading: "Your account has this address again",
    what: "The change of your account's email address at {shop} ({domain}) was undone by the link that we mailed: {device}, {time}.",
    gone: "Everybody is logged out. Passkeys that were added since the change or in the week before it are gone, and a phone number that was verified in that time is not verified any more. Recovery codes are void if they were made or used in that time.",
    look: "Log in and look at your passkeys and your phone number. If somebody else had changed the address, they had a code from this mailbox, one of your devices or a passkey: change the password of your email account, and remove passkeys that are not in your hands.",
    ifNot: "If it was not you who undid it, somebody else reads this mailbox: write to the shop.",
  },
  addressTakenBack: {
    heading: "This is no account's address any more",
    what: "An account at {shop} ({domain}) that had moved to this address was put back to the one that it had before: {device}, {time}. Nobody can log in to it with this address.",
    ifYou: "If that was you, there is nothing to do.",
    ifNot:
      "If the account is yours and you did not want this, write to the shop: somebody had the link that we mailed to the address from before.",
  },
} as const;

/** Mails about having an account: how it begins, that there is none, and how it ends. */
export const accountMails = {
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
