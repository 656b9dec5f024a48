/** The passkeys of an account: the list, and what its owner can do to each. */
export const passkeys = {
  title: "Passkeys",
  lead: "Log in with your fingerprint, your face or your device's PIN instead of a code. A fake shop cannot use your passkey.",
  none: "You have no passkeys yet.",
  add: "Add a passkey",
  needsScript: "Your browser needs JavaScript to make a passkey. Turn it on, and reload this page.",
  onlyAddingNeedsScript: "Adding a passkey needs JavaScript. Everything else here works without it.",
  noneWorks: {
    title: "You have no working passkey",
    advice:
      "Staff confirm a new passkey with one they already have, so access to your mailbox alone is not enough. Ask another admin to reset your passkeys. If there is no other admin, run <command>npm run create-admin</command> on the server.",
  },
  form: {
    name: "Name of the passkey",
    hint: "Helps you to recognise it in this list.",
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
      "This passkey may have been cloned, so it no longer works. Remove it, and add a new one on a device that you trust.",
    rename: "Rename<hidden> {name}</hidden>",
    newName: "New name",
    save: "Save",
    saving: "Saving…",
    remove: "Remove<hidden> {name}</hidden>",
  },
  passkeysOnly: {
    title: "Passkeys only",
    what: "Switch off the codes that we send by email and phone. Then access to your mailbox or phone is not enough to log in or to confirm a change.",
    lost: "If you lose every passkey, a recovery code lets you in. Without one, only our staff can help, which takes at least three days.",
    firstWeek:
      "For the first week, “This was not me” in an email can still remove your passkeys. If you have no working passkey left, codes are switched on again.",
    sessions: "Existing sessions stay logged in. <link>Check them first</link>.",
    noCodes: {
      title: "You have no recovery codes",
      advice: "Make them first, so that you can still log in if you lose your passkeys.",
      make: "Make recovery codes",
    },
    switchOff: "Switch codes off",
    since: "Codes by email and phone have been off since {at}. You log in with a passkey or a recovery code.",
    switchOn: "Switch codes on again",
  },
  codesOffer: {
    title: "If you lose this device",
    what: "You can still log in with a code by email. Recovery codes on paper also help if you lose access to your email.",
    make: "Make recovery codes",
  },
} as const;

/** Offered once after a login by code, by /api/me, to those whose device can hold a passkey. */
export const passkeyOffer = {
  label: "Passkey",
  title: "No code next time?",
  lead: "With a passkey you log in with your fingerprint, your face or this device's PIN.",
  add: "Add a passkey",
  decline: "Not now",
} as const;

/** Recovery codes: the page that makes them, the list that is shown once, the file, and the page that takes one. */
export const recoveryCodes = {
  title: "Recovery codes",
  lead: "Ten codes to print or save, in case you lose both your passkeys and access to your email.",
  none: "You have no recovery codes.",
  left: "You have {left, number} of {count, number} codes left, made on {at}.",
  about:
    "Each code logs you in once, or confirms one change, such as a new email address. We show them once and keep no copy.",
  outdated: "The shop has changed its keys since then. Make new codes: these may stop working soon.",
  oldOnesVoid: "New codes replace the old ones, which stop working.",
  make: "Make codes",
  makeNew: "Make new codes",
  shown: {
    over: "We have already shown your recovery codes.",
    toAccount: "Go to your account",
    keepTitle: "Save them now",
    keep: "We show these codes only once and keep no copy. Earlier recovery codes no longer work.",
    title: "Your ten recovery codes",
    use: "Each works once: to log in at {path} with your email address, or to confirm a change. Keep them on paper or in a password manager, apart from your email address.",
    download: "Download as a text file",
    print: "Print",
    copy: "Copy",
    copied: "Copied. Clear the clipboard after you have pasted them.",
    notCopied: "Your browser did not let us copy. Select the codes and copy them yourself.",
    done: "I have saved them: back to your account",
  },
  file: {
    title: "Recovery codes of your account at {shop} ({domain})",
    saved: "Saved {at}",
    use: "Each works once, at {url}, with your email address. If you make new codes, these stop working.",
  },
  confirm: {
    title: "Confirm with a recovery code",
    action: "You are confirming: {action}.",
    nothing: "There is nothing to confirm.",
    noneLeft: {
      title: "You have no recovery codes left",
      advice:
        "Confirm with a passkey. If codes are on, you can also use a code by email. If you have neither, write to the shop.",
    },
    back: "Back",
    confirm: "Confirm",
    checking: "Checking…",
  },
} as const;
