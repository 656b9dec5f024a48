/** What the pages have in common that links in our mails open. Each says before its button what the button does. */
export const mailedLinks = {
  ifPressed: "If you press the button:",
  ifLeft: "If you leave this page, nothing changes. You are not logged in here.",
  leave: "It was me, leave it",
  logIn: "Log in",
  deadTitle: "This link is no longer good",
  toWindow: "Go to the shop window",
} as const;

/**
 * What the page of a "This was not me" link says before and after, for each thing that can be reported. Nothing about
 * the person.
 */
export const notMe = {
  metaTitle: "This was not me",
  submit: "This was not me",
  ending: "Ending…",
  slowing: "For an hour no new browser can ask for a code to your address from there.",
  passkeysStay: "If codes have been off for your account for a week, passkeys that are older than a week stay.",
  passkeyKept:
    "Codes are off for your account, and this passkey is older than a week, so no mail can remove it. If it is not yours, log in with your own passkey or a recovery code, and remove it there.",
  deadLead: "Nothing was changed. Open the link in the email again, or copy the whole of it into the address bar.",
  deadAdvice:
    "Without a code that we sent you, one of your passkeys or one of your recovery codes, nobody gets into your account.",
  topics: {
    challenge: {
      title: "Someone asked for a code",
      lead: "They entered your email address here. Without a code that we sent you nobody gets in.",
      terms: { device: "Asked from", at: "When" },
      consequences: {
        codesEnd: "The code stops working, and so does any other that we sent you within ten minutes of it.",
        loginsEnd: "Whoever logged in with one of those codes is logged out. If you did, log in again.",
        browserUnknown:
          "We treat the browser that asked as unknown. If it is logged in to your account, it is logged out.",
        passkeysGo:
          "If a passkey was added by such a login, it is removed with any that came after it, and you are logged out everywhere.",
        phoneUnverified:
          "If a phone number may have been verified by such a login, it counts as not verified any more.",
      },
      endedTitle: "That request is ended",
      ended: "The code no longer works, and nobody is logged in by it.",
      advice: "There is nothing else to do. If you want to log in yourself, ask for a new code.",
    },
    "step-up": {
      title: "Someone who is logged in asked for a code",
      lead: "Someone who is logged in to your account asked to confirm a sensitive act there, such as logging out everywhere.",
      terms: { device: "Asked from", at: "When" },
      consequences: {
        codesEnd: "The code stops working, and so does any other that we sent you within ten minutes of it.",
        browserOut: "The browser that asked is logged out, and whatever it confirmed with the code counts no more.",
        browserUnknown: "We treat it as unknown if it comes back.",
        passkeysGo:
          "If it added a passkey since, that one is removed with any that came after it, and you are logged out everywhere.",
        phoneUnverified: "If it may have verified a phone number, that counts as not verified any more.",
      },
      endedTitle: "That request is ended",
      ended: "The code no longer works, and the session that asked is ended.",
      advice:
        "Whoever it was had logged in with a code from your mailbox or your phone, with one of your devices, or by your browser. If you did not pass a code on, change the password of your email account.",
    },
    "new-address": {
      title: "Someone entered your address for an account",
      lead: "Someone who is logged in to an account here asked to make this its email address. Without the code from your mailbox that does not happen.",
      terms: { device: "Asked from", at: "When" },
      consequences: {
        codesEnd: "The code stops working, and so does any other that we sent you within ten minutes of it.",
      },
      endedTitle: "That request is ended",
      ended: "The code no longer works.",
      advice:
        "There is nothing else to do. If the code was entered already, a second mail told you so: its link takes the account away from your address.",
    },
    phone: {
      title: "The phone number of your account was changed",
      lead: "Someone who is logged in to your account gave it a phone number, and confirmed that with a code sent to that number.",
      terms: { device: "Changed from", at: "When" },
      consequences: {
        browserOut: "The browser that did it is logged out, and we treat it as unknown if it comes back.",
        phoneUnverified:
          "If your account still has that number, it counts as not verified any more, and whoever logged in by it is logged out.",
        passkeysGo:
          "If that browser added a passkey since, that one is removed with any that came after it, and you are logged out everywhere.",
      },
      endedTitle: "That number is not verified any more",
      ended: "The session that changed it is ended.",
      advice:
        "Log in and put your own number there. Whoever it was had a code from your mailbox, one of your devices, a passkey or your recovery codes. If you did not pass a code on, change the password of your email account.",
    },
    login: {
      title: "Someone logged in as you",
      lead: "We told you because we had not seen the browser with you before, because wrong codes came first, or because of a passkey, recovery codes or a change to your profile.",
      terms: { device: "Browser", at: "Logged in" },
      consequences: {
        browserOut: "That browser is logged out at once.",
        browserUnknown: "We treat it as unknown if it comes back.",
        codesVoid:
          "If recovery codes were made there, or one was used there, all of yours are void, and you are logged out everywhere.",
        passkeysGo:
          "If it logged in with a passkey or added one, that passkey is removed, with any that came after one it added, and you are logged out everywhere.",
        phoneUnverified:
          "If it may have verified a phone number, that counts as not verified any more, and whoever logged in by it is logged out.",
      },
      endedTitle: "That session is ended",
      ended: "That browser is no longer logged in to your account.",
      advice:
        "Whoever it was had a code from your mailbox or your phone, one of your devices, or your recovery codes. If you did not pass a code on, change the password of your email account. Your account lists your passkeys: remove those of a device that you no longer have. Make new recovery codes if they are void.",
    },
    passkey: {
      title: "A passkey was added to your account",
      lead: "Whoever holds it can log in to your account without a code.",
      terms: { device: "Added from", at: "When" },
      consequences: {
        passkeysGo: "The passkey is removed, and so is every passkey that was added after it.",
        everybodyOut: "Whoever is logged in to your account is logged out, you too. Then log in again.",
        browsersUnknown: "We treat every browser as unknown when it comes back.",
      },
      endedTitle: "That passkey is gone",
      ended: "It opens nothing any more.",
      advice:
        "Whoever it was had a code from your mailbox, a passkey or your recovery codes. If you did not pass one on, change the password of your email account. Then log in, look at your passkeys, and log out everywhere if you see one that you do not know.",
    },
  },
} as const;

/** Where the owner of an account's former address takes the account back to it. */
export const undoEmail = {
  metaTitle: "Undo the change of your email",
  title: "Undo the change of the email address?",
  lead: "On {at} an account got another email address. Until {until} you can put it back.",
  addressReturns: "The account has the address again that it had before, whatever was changed since.",
  everybodyOut: "Everybody is logged out, and we treat every browser as unknown when it comes back.",
  passkeysGo:
    "Passkeys that were added since, or in the week before, are removed. A phone number verified in that time is not verified any more.",
  codesVoid: "If recovery codes were made or used in that time, the whole list is void.",
  deletionStops: "If somebody asked since for the account to be deleted, it is kept.",
  weTell: "We tell both addresses.",
  undo: "Undo the change",
  undoing: "Undoing…",
  undoneTitle: "The change is undone",
  undone: "The account has the address again that it had before.",
  undoneAdvice:
    "Everybody is logged out. Log in with that address, and look at your passkeys and your phone number: remove what you do not know.",
  deadLead:
    "Nothing was changed. Copy the whole link from the email into the address bar, and look whether a newer email about it has come.",
  deadAdvice:
    "A change of an email address can be undone for seven days. If yours was changed without you before that, write to the shop.",
} as const;

/** Where somebody keeps the account that they asked to have deleted. */
export const undoDeletion = {
  metaTitle: "Keep your account",
  title: "Keep your account?",
  lead: "You asked for it to be deleted. On {dueAt} or within a day of it, it goes for good. Until then nobody can log in to it.",
  leave: "Leave it to be deleted",
  detailsStay: "Your account is not deleted. Your details and passkeys are as they were.",
  logInAgain: "You log in again, with a code or a passkey.",
  staysClosed: "You cannot log in to it: it was closed by the shop, and stays so.",
  weTell: "We tell you by email.",
  keep: "Keep my account",
  keeping: "Keeping…",
  keptTitle: "Your account stays",
  kept: "It will not be deleted. Log in as always.",
  keptClosed: "It will not be deleted.",
  keptAdvice:
    "Your passkeys still work. If you did not ask for the deletion yourself, look at them first, and remove those that you do not know.",
  deadLead:
    "Nothing was changed. Open the link in the newest email about it, or copy the whole of it into the address bar.",
  deadAdvice: "An account that was deleted cannot be brought back. You can create a new one with the same email.",
} as const;

/** Where an owner stops that the shop gives their account another address. */
export const stopRecovery = {
  metaTitle: "Keep your address",
  title: "Did you lose your account?",
  lead: "Someone told the shop so, and asks for another address. After {dueAt} the shop may give it to them.",
  addressStays: "Your account keeps its address. Nothing else changes, and nobody is logged out.",
  shopSees: "The shop sees that you have stopped it.",
  stop: "Stop this",
  stopping: "Stopping…",
  stoppedTitle: "Your account keeps its address",
  stopped: "It is stopped. Nothing was changed.",
  deadLead:
    "Nothing was changed. Open the link in the newest email about it, or copy the whole of it into the address bar.",
  deadAdvice: "If your account got an address that is not yours, write to the shop at once.",
} as const;
