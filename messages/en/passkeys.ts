/** The passkeys of an account: the list, and what its owner can do to each. */
export const passkeys = {
  title: "Passkeys",
  lead: "Log in with a fingerprint, your face or the PIN of your device instead of a code. No false shop can use a passkey.",
  none: "You have no passkey yet.",
  add: "Add a passkey",
  needsScript: "Your browser makes a passkey by JavaScript. Turn it on for this page, and load it again.",
  onlyAddingNeedsScript: "Making a passkey needs JavaScript; everything else here works without it.",
  noneWorks: {
    title: "You have no passkey that works",
    advice:
      "Staff confirm a new passkey with one they already have, so that nobody can add one with your mailbox. Ask another admin to reset your passkeys. If there is none, run <command>npm run create-admin</command> on the server.",
  },
  form: {
    name: "Name of the passkey",
    hint: "So that you know it again in this list.",
    add: "Add a passkey",
    adding: "Waiting for your device…",
  },
  item: {
    unnamed: "Passkey",
    synced: "Synced",
    oneDevice: "On one device",
    added: "Added {at}.",
    addedFrom: "Added {at} in {device}.",
    used: "Last used {used}.",
    neverUsed: "Not used yet.",
    copied:
      "There seems to be a copy of this passkey, so it no longer works. Remove it, and add a new one on a device that you trust.",
    rename: "Rename<hidden> {name}</hidden>",
    newName: "New name",
    save: "Save",
    saving: "Saving…",
    remove: "Remove<hidden> {name}</hidden>",
  },
  passkeysOnly: {
    title: "Log in with passkeys only",
    what: "Switch off the codes that we send by mail and phone. Then nobody gets into your account with your mailbox or your phone, and no code confirms a change.",
    lost: "If you lose every passkey, a recovery code lets you in. Without one, only our staff can help, and that takes at least three days.",
    firstWeek:
      "For the first week, “This was not me” in a mail can still remove your passkeys. Codes are on again once no passkey of yours works.",
    sessions: "Browsers that are logged in stay logged in. <link>Look at them first</link>.",
    noCodes: {
      title: "You have no recovery codes",
      advice: "Make them first, so that you still get in if you lose your passkeys.",
      make: "Make recovery codes",
    },
    switchOff: "Switch codes off",
    since: "Codes by mail and phone are off since {at}. You log in with a passkey or with a recovery code.",
    switchOn: "Switch codes on again",
  },
  codesOffer: {
    title: "If you lose this device",
    what: "A code from the mail still lets you in. Recovery codes on paper do when you lose your mailbox, too.",
    make: "Make recovery codes",
  },
} as const;

/** Offered once after a login by code, by /api/me, to those whose device can hold a passkey. */
export const passkeyOffer = {
  label: "Passkey",
  title: "No code next time?",
  lead: "With a passkey you log in by your fingerprint, your face or the PIN of this device.",
  add: "Add a passkey",
  decline: "Not now",
} as const;

/** Recovery codes: the page that makes them, the list that is shown once, the file, and the page that takes one. */
export const recoveryCodes = {
  title: "Recovery codes",
  lead: "Ten codes on paper, for the day when you can read no mail from us and have no passkey at hand.",
  none: "You have no recovery codes.",
  left: "You have {left, number} of {count, number} codes left, made on {at}.",
  about:
    "Each code logs you in once, or confirms one change, such as another email address. We show them once and keep no copy.",
  oldOnesVoid: "New ones make the old ones void.",
  make: "Make codes",
  makeNew: "Make new codes",
  shown: {
    over: "Your recovery codes were shown once.",
    toAccount: "Go to your account",
    keepTitle: "Keep them now",
    keep: "We show these codes this once and keep no copy. Earlier recovery codes work no more.",
    title: "Your ten recovery codes",
    use: "Each works once: to log in at {path} with your email address, or to confirm a change. Keep them where nobody finds them with your address, on paper or in a password manager.",
    download: "Download as a text file",
    print: "Print",
    copy: "Copy",
    copied: "Copied. Empty the clipboard when you have pasted them.",
    notCopied: "Your browser did not let us copy. Select the codes and copy them yourself.",
    done: "I have kept them: back to your account",
  },
  file: {
    title: "Recovery codes of your account at {shop} ({domain})",
    saved: "Saved {at}",
    use: "Each works once, at {url}, with your email address. New codes make these void.",
  },
  confirm: {
    title: "Confirm with a recovery code",
    act: "What you confirm: {act}.",
    nothing: "There is nothing to confirm.",
    noneLeft: {
      title: "You have no recovery code left",
      advice:
        "Confirm with a passkey or, unless you have switched codes off, with a code from the mail. If you have neither, write to the shop.",
    },
    back: "Back",
    confirm: "Confirm",
    checking: "Checking…",
  },
} as const;
