/** The passkeys of an account: the list, and what its owner can do to each. */
export default {
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
