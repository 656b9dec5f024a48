/** Recovery codes: the page that makes them, the list that is shown once, the file, and the page that takes one. */
export default {
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
  proof: {
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
