/** Notices of what was done in an account, or with its address, by somebody with a browser. */
export default {
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
