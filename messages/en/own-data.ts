/** The page of one's own data, the file with all of it, and the page before an account is deleted. */
export const ownData = {
  title: "Your data",
  lead: "What the shop holds about you is yours: take it with you, or have it deleted.",
  download: {
    title: "Download everything",
    what: "One JSON file: your details, sessions, known browsers, passkeys, the requests for codes to your address, and what the audit trail says of you. It says of each part how long we keep it. No keys and no codes are in it.",
    ask: "Download your data",
    submit: "Download",
  },
  delete: {
    title: "Delete your account",
    what: "You see first what goes and what stays, and you have {days, plural, one {# day} other {# days}} to think again.",
    question: "Delete your account?",
    submit: "Delete my account",
    now: "This closes your account now.",
    back: "Back to your data",
    atOnce: {
      title: "At once",
      closed: "Your account is closed. You are logged out here and everywhere else, and nobody can log in to it.",
      mail: "We write to <ltr>{email}</ltr>: when it will be gone, and a link that keeps it.",
    },
    meanwhile: {
      title: "For {days, plural, one {# day} other {# days}}",
      keep: "You can keep the account: by that link, or by logging in, which then asks you.",
      taken: "Your username and email stay taken, a verified phone number too.",
    },
    afterwards: {
      title: "Then, for good",
      gone: "Gone are your details, passkeys, and the requests for codes to your address. Nobody can bring them back.",
      kept: "Kept in the audit trail for {days, plural, one {# day} other {# days}} after each entry: what was done, by a number without your name, with the masked address (<ltr>{masked}</ltr>), from which network address and browser.",
      free: "Username, email and phone number are free for a new account.",
    },
    lastAdmin: "You cannot leave yet",
    noPasskey: "You have no passkey that works",
  },
  file: {
    what: "Everything that {shop} ({domain}) holds about you, as it was at one moment. Times are in UTC.",
    notHere: {
      limits:
        "Limits on how often something may be done: they are counted under keyed hashes, and nobody can read from them whose they are.",
      keys: "Cookies and keys, and hashes of them: with some of them one could log in as you.",
      providers: "What Twilio and SendGrid keep of the messages that they carried for the shop.",
    },
    who: { staff: "staff of the shop", you: "you", other: "somebody else" },
    parts: {
      profile: { what: "Your details, as you gave them or staff changed them.", kept: "Until the account is deleted." },
      sessions: {
        what: "Browsers that are logged in, or that were and did not log out. A proof is the confirmation of a sensitive act, and counts for five minutes.",
        kept: "Until it is ended, and {days, plural, one {# day} other {# days}} at most.",
      },
      trustedDevices: {
        what: "Browsers that have logged in to your account, so that a login from another one is told to you. The key that is in the browser’s cookie is kept as a hash, which is not shown here.",
        kept: "While a session in it is left, and {days, plural, one {# day} other {# days}} after its last login.",
      },
      passkeys: {
        what: "Your passkeys. The public keys and the numbers that belong to them are not shown here: they say nothing about you.",
        kept: "Until you remove it.",
      },
      recoveryCodes: {
        what: "Your recovery codes: when each was made and used. The codes themselves are kept as keyed hashes, which are not shown here.",
        kept: "Until you make new ones, or report a browser that made or used one.",
      },
      accessForNewAddress: {
        what: "What staff began because they were told that you had lost every way into the account. Why they did it is for staff.",
        kept: "Until it is done or stopped.",
      },
      linkedAccounts: { what: "Logins by other services. The shop offers none so far.", kept: "Until you remove it." },
      emailChanges: {
        what: "Email addresses that you exchanged for another, while the change can be undone.",
        kept: "{days, plural, one {# day} other {# days}}.",
      },
      mails: {
        what: "Mails about your account: what they tell of, the masked address, from where the change came, and whether they went.",
        kept: "{days, plural, one {# day} other {# days}}. Of a mail that went, only the kind, the masked address and the times stay.",
      },
      codeRequests: {
        what: "Requests for a code to your email address, in whoever’s browser they were made, and those that you made for a new address or your phone. The shop never has the codes: Twilio makes and compares them.",
        kept: "{days, plural, one {# day} other {# days}}; the one that verified your phone, for as long as that number counts as verified.",
      },
      auditTrail: {
        what: "What was done to your account or by you, with masked addresses. Of what staff did it does not show from where, and of what you did to others not to whom. What was asked for in your name before anybody had logged in is in the trail without your name, and cannot be found again for you.",
        kept: "{days, plural, one {# day} other {# days}} after each entry, also when the account is deleted.",
      },
    },
  },
} as const;
