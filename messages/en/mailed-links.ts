/** What the pages have in common that links in our mails open. Each says before its button what the button does. */
export const mailedLinks = {
  ifPressed: "If you press the button:",
  ifLeft: "If you leave this page, nothing changes. You are not logged in here.",
  leave: "It was me, leave it",
  logIn: "Log in",
  deadTitle: "This link no longer works",
  toWindow: "Go to the storefront",
} as const;

/**
 * What the page of a "This was not me" link says before and after, for each thing that can be reported. Nothing about
 * the person.
 */
export const notMe = {
  metaTitle: "This was not me",
  submit: "This was not me",
  ending: "Ending…",
  slowing: "For an hour, no new browser can ask for a code to your address from the same network.",
  passkeysStay: "If codes have been off for your account for a week, passkeys older than a week stay.",
  passkeyKept:
    "Codes are off for your account and this passkey is older than a week, so no email can remove it. If it is not yours, log in with your own passkey or a recovery code, and remove it there.",
  deadLead: "Nothing was changed. Open the link in the email again, or copy the whole link into the address bar.",
  deadAdvice:
    "Nobody can log in to your account without a code that we sent you, one of your passkeys or one of your recovery codes.",
  topics: {
    challenge: {
      title: "Someone asked for a code",
      lead: "They entered your email address here. They cannot log in without a code that we sent you.",
      terms: { device: "Requested from", at: "When" },
      consequences: {
        codesEnd: "The code stops working, and so does any other that we sent you within ten minutes of it.",
        loginsEnd: "Anyone who logged in with one of those codes is logged out. If you did, log in again.",
        browserUnknown:
          "The browser that asked is no longer a trusted device. If it is logged in to your account, it is logged out.",
        passkeysGo:
          "If such a login added a passkey, we remove it and any added after it, and you are logged out everywhere.",
        phoneUnverified: "If such a login may have verified a phone number, the number is no longer verified.",
      },
      endedTitle: "Request cancelled",
      ended: "The code no longer works, and sessions started with it are logged out.",
      advice: "There is nothing else to do. If you want to log in yourself, ask for a new code.",
    },
    "step-up": {
      title: "Someone who is logged in asked for a code",
      lead: "Someone who is logged in to your account asked to confirm a sensitive action, such as logging out everywhere.",
      terms: { device: "Requested from", at: "When" },
      consequences: {
        codesEnd: "The code stops working, and so does any other that we sent you within ten minutes of it.",
        browserOut: "The browser that asked is logged out, and anything it confirmed with the code no longer counts.",
        browserUnknown: "It is no longer a trusted device.",
        passkeysGo:
          "If it has added a passkey since, we remove it and any added after it, and you are logged out everywhere.",
        phoneUnverified: "If it may have verified a phone number, the number is no longer verified.",
      },
      endedTitle: "Request cancelled",
      ended: "The code no longer works, and the session that asked for it has ended.",
      advice:
        "That person had logged in with a code from your mailbox or phone, with one of your devices, or through your browser. If you did not share a code, change the password of your email account.",
    },
    "new-address": {
      title: "Someone entered your address for an account",
      lead: "Someone who is logged in to an account here asked to use your address for it. They cannot do that without the code from your mailbox.",
      terms: { device: "Requested from", at: "When" },
      consequences: {
        codesEnd: "The code stops working, and so does any other that we sent you within ten minutes of it.",
      },
      endedTitle: "Request cancelled",
      ended: "The code no longer works.",
      advice:
        "There is nothing else to do. If the code was already entered, we sent you a second email. Its link removes your address from the account.",
    },
    phone: {
      title: "The phone number of your account was changed",
      lead: "Someone who is logged in to your account gave it a phone number, and confirmed it with a code sent to that number.",
      terms: { device: "Changed from", at: "When" },
      consequences: {
        browserOut: "The browser that did it is logged out and is no longer a trusted device.",
        phoneUnverified:
          "If your account still has that number, it is no longer verified, and anyone who logged in with it is logged out.",
        passkeysGo:
          "If that browser has added a passkey since, we remove it and any added after it, and you are logged out everywhere.",
      },
      endedTitle: "That number is no longer verified",
      ended: "The session that changed it has ended.",
      advice:
        "Log in and enter your own number. That person had a code from your mailbox, one of your devices, a passkey or your recovery codes. If you did not share a code, change the password of your email account.",
    },
    login: {
      title: "Someone logged in as you",
      lead: "We told you because of a new browser, wrong codes before the login, a passkey, recovery codes or a change to your profile.",
      terms: { device: "Browser", at: "Logged in" },
      consequences: {
        browserOut: "That browser is logged out at once.",
        browserUnknown: "It is no longer a trusted device.",
        codesVoid:
          "If recovery codes were made or used there, all your recovery codes stop working, and you are logged out everywhere.",
        passkeysGo:
          "If it logged in with a passkey, we remove it. If it added one, we remove that one and any added after it. Either way, you are logged out everywhere.",
        phoneUnverified:
          "If it may have verified a phone number, the number is no longer verified, and anyone who logged in with it is logged out.",
      },
      endedTitle: "Session ended",
      ended: "That browser is no longer logged in to your account.",
      advice:
        "That person had a code from your mailbox or phone, one of your devices, or your recovery codes. If you did not share a code, change the password of your email account. Check your passkeys: remove those of devices that you no longer have. If your recovery codes no longer work, make new ones.",
    },
    passkey: {
      title: "A passkey was added to your account",
      lead: "Anyone who has it can log in to your account without a code.",
      terms: { device: "Added from", at: "When" },
      consequences: {
        passkeysGo: "We remove the passkey, and every passkey that was added after it.",
        everybodyOut: "Everyone who is logged in to your account is logged out, including you. Then log in again.",
        browsersUnknown: "No browser is a trusted device until it logs in again.",
      },
      endedTitle: "Passkey removed",
      ended: "It no longer works.",
      advice:
        "That person had a code from your mailbox, a passkey or your recovery codes. If you did not share a code, change the password of your email account. Then log in and check your passkeys. If you see one that you do not know, log out everywhere.",
    },
  },
} as const;

/** Where the owner of an account's former address takes the account back to it. */
export const undoEmail = {
  metaTitle: "Undo the change of your email",
  title: "Undo the change of the email address?",
  lead: "On {at}, an account got another email address. You can undo this until {until}.",
  addressReturns: "The account gets its earlier address back, whatever was changed since.",
  everybodyOut: "Everyone is logged out, and no browser is a trusted device until it logs in again.",
  passkeysGo:
    "Passkeys added since, or in the week before, are removed. A phone number verified in that time is no longer verified.",
  codesVoid: "If recovery codes were made or used in that time, all of them stop working.",
  deletionStops: "If someone has asked to delete the account since, it is not deleted.",
  weTell: "We tell both addresses.",
  undo: "Undo the change",
  undoing: "Undoing…",
  undoneTitle: "The change is undone",
  undone: "The account has its earlier address again.",
  undoneAdvice:
    "Everyone is logged out. Log in with that address, check your passkeys and your phone number, and remove what you do not know.",
  deadLead:
    "Nothing was changed. Copy the whole link from the email into the address bar, and check whether you have a newer email about it.",
  deadAdvice:
    "You can undo a change of email address for seven days. If it is longer ago and was not you, write to the shop.",
} as const;

/** Where somebody keeps the account that they asked to have deleted. */
export const undoDeletion = {
  metaTitle: "Keep your account",
  title: "Keep your account?",
  lead: "You asked us to delete it. We delete it permanently on {dueAt}, or within a day of that. Until then, nobody can log in to it.",
  leave: "Let it be deleted",
  detailsStay: "Your account is not deleted. Your details and passkeys stay the same.",
  logInAgain: "To use it, log in again with a code or a passkey.",
  staysClosed: "You still cannot log in to it: the shop has closed it.",
  weTell: "We tell you by email.",
  keep: "Keep my account",
  keeping: "Keeping…",
  keptTitle: "Your account is kept",
  kept: "It will not be deleted. Log in as usual.",
  keptClosed: "It will not be deleted.",
  keptAdvice:
    "Your passkeys still work. If you did not ask for the deletion, check them first, and remove those that you do not know.",
  deadLead:
    "Nothing was changed. Open the link in the newest email about it, or copy the whole link into the address bar.",
  deadAdvice: "A deleted account cannot be restored. You can create a new one with the same email.",
} as const;

/** Where an owner stops that the shop gives their account another address. */
export const stopRecovery = {
  metaTitle: "Keep your address",
  title: "Did you lose your account?",
  lead: "Someone told the shop that you did, and asked for another address. After {dueAt} the shop may give it to them.",
  addressStays: "Your account keeps its address. Nothing else changes, and nobody is logged out.",
  shopSees: "The shop sees that you stopped it.",
  stop: "Stop this",
  stopping: "Stopping…",
  stoppedTitle: "Your account keeps its address",
  stopped: "The request is stopped. Nothing was changed.",
  deadLead:
    "Nothing was changed. Open the link in the newest email about it, or copy the whole link into the address bar.",
  deadAdvice: "If your account now has an address that is not yours, write to the shop at once.",
} as const;
