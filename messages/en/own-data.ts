/** The page of one's own data, the file with all of it, and the page before an account is deleted. */
export const ownData = {
  title: "Your data",
  lead: "Download what the shop holds about you, or delete your account.",
  download: {
    title: "Download your data",
    what: "One JSON file: your details, sessions, trusted devices, passkeys, orders, code requests to your address, and your entries in the audit trail. It says how long we keep each part. It contains no keys and no codes.",
    ask: "Download your data",
    submit: "Download",
  },
  delete: {
    title: "Delete your account",
    what: "First we show what is deleted and what stays. Then you have {days, plural, one {# day} other {# days}} to change your mind.",
    question: "Delete your account?",
    submit: "Delete my account",
    now: "This closes your account now.",
    back: "Back to your data",
    atOnce: {
      title: "Now",
      closed: "Your account is closed. You are logged out here and everywhere else, and nobody can log in to it.",
      mail: "We email <ltr>{email}</ltr> the date of the deletion, and a link to keep the account.",
    },
    meanwhile: {
      title: "For {days, plural, one {# day} other {# days}}",
      keep: "You can keep the account: use that link, or log in, and we ask you.",
      taken: "Nobody else can take your username, your email or a verified phone number.",
    },
    afterwards: {
      title: "Then, permanently",
      gone: "We delete your details, your passkeys and the code requests to your address. Nobody can restore them.",
      kept: "Audit trail entries stay for {days, plural, one {# day} other {# days}} each. They say what was done, with a number instead of your name, the masked address (<ltr>{masked}</ltr>), the network address and the browser.",
      orders:
        "Orders stay for {years, plural, one {# year} other {# years}} from the end of the year they were placed in, because tax law asks for invoices. We keep number, dates, pieces, total, and the name and address of the delivery, without your account and your notes. Orders not sent yet are still delivered: cancel them first if you do not want them.",
      free: "Username, email and phone number are free for a new account.",
    },
    lastAdmin: "You cannot delete your account yet",
    noPasskey: "You have no working passkey",
  },
  file: {
    what: "Everything that {shop} ({domain}) held about you at one moment. Times are in UTC.",
    notHere: {
      limits: "Rate limits. They are counted under keyed hashes, and nobody can tell from them whose they are.",
      keys: "Cookies and keys, and hashes of them. With some of them, someone could log in as you.",
      providers: "What Twilio and SendGrid keep about the messages that they carried for the shop.",
    },
    who: { staff: "shop staff", you: "you", other: "someone else" },
    parts: {
      profile: { what: "Your details, as entered by you or changed by staff.", kept: "Until the account is deleted." },
      sessions: {
        what: "Browsers that are logged in, or that were and did not log out. Confirming it's you counts for one sensitive action, within five minutes.",
        kept: "Until the session ends, and {days, plural, one {# day} other {# days}} at most.",
      },
      trustedDevices: {
        what: "Browsers that have logged in to your account, so that we can tell you about a login from a new one. We keep only a hash of the key in the browser's cookie, and it is not shown here.",
        kept: "While it has a session, and {days, plural, one {# day} other {# days}} after its last login.",
      },
      passkeys: {
        what: "Your passkeys. The public keys and their numbers are not shown here: they say nothing about you.",
        kept: "Until you remove the passkey.",
      },
      recoveryCodes: {
        what: "Your recovery codes: when each was made and used. We keep the codes only as keyed hashes, which are not shown here.",
        kept: "Until you make new ones, or report a browser that made or used one.",
      },
      accessForNewAddress: {
        what: "What staff started because someone told them that you had lost access to the account. Their reasons are not shown.",
        kept: "Until it is completed or stopped.",
      },
      linkedAccounts: {
        what: "Logins through other services. The shop offers none so far.",
        kept: "Until you remove it.",
      },
      emailChanges: {
        what: "Email addresses that you changed, while the change can be undone.",
        kept: "{days, plural, one {# day} other {# days}}.",
      },
      orders: {
        what: "Your orders: what you bought and for how much, the name and address of the delivery, your note, and what happened when.",
        kept: "For {years, plural, one {# year} other {# years}} from the end of the year of the order. After your account is deleted, without your note.",
      },
      mails: {
        what: "Emails about your account: what they are about, the masked address, where the change came from, and whether they were sent.",
        kept: "{days, plural, one {# day} other {# days}}. Once an email is sent, only its kind, the masked address and the times stay.",
      },
      bag: {
        what: "What is in your bag, and what each product cost when you chose its quantity.",
        kept: "Until you remove it or order it.",
      },
      codeRequests: {
        what: "Requests for a code to your email address, from any browser, and those that you made for a new address or your phone. Each has what our mail service told us about its emails. The shop never has the codes: Twilio makes and compares them.",
        kept: "{days, plural, one {# day} other {# days}}. The one that verified your phone stays as long as that number is verified.",
      },
      auditTrail: {
        what: "What was done to your account or by you, with masked addresses. It does not show where staff acted from, or whom your own actions affected. Requests made in your name before a login are in the trail without your name, so we cannot find them for you.",
        kept: "{days, plural, one {# day} other {# days}} after each entry, even if the account is deleted.",
      },
    },
  },
} as const;
