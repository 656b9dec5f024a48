/** Where the owner of an account's former address takes the account back to it. */
export default {
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
