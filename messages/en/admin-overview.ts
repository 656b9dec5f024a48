/** The dashboard: what stands around its pages, and its first page with the figures. */
export const adminOverview = {
  dashboard: {
    title: "Dashboard",
    titleTemplate: "%s · Dashboard · myshop",
    overviewTitle: "Dashboard · myshop",
  },
  nav: {
    label: "Dashboard",
    overview: "Overview",
    users: "Users",
    audit: "Audit trail",
    limits: "Limits",
  },
  title: "Overview",
  lead: "{days, plural, one {The last # day} other {The last # days}}, counted from the audit trail. Days begin at midnight UTC, and today is not over.",
  retention: {
    title: "Old records are not deleted",
    stopped:
      "The job that deletes old records last finished on {at}. It should run every day. Schedule <command>npm run db:prune</command> on the server.",
    never:
      "The job that deletes old records has never run. It should run every day. Schedule <command>npm run db:prune</command> on the server.",
  },
  range: {
    label: "Time range",
    days: "{days, plural, one {# day} other {# days}}",
  },
  facts: {
    loggedIn: "Logged in now",
    over: "over {count, number}",
    budget: "Day’s budget used",
    usedOf: "{used, number} of {limit, number}",
    notKnown: "not known",
    codesUsed: "Codes that were used",
    ofSent: "of those sent",
    codesNotSent: "Codes not sent",
    mailRefused: "Mail refused",
    bouncedOrDropped: "bounced or dropped",
    noReports: "SendGrid does not report",
    spam: "Called spam",
    byReaders: "by their readers",
    wrongCodes: "Wrong codes",
    blocked: "Limits reached",
    onceAnHour: "once an hour each",
    slowed: "Slowed",
    botCheckOnceAnHour: "asked for a proof, once an hour each",
  },
  logins: {
    heading: "Logins and registrations",
    chart:
      "{logins, number} logins and {registrations, number} registrations in {days, number} days, day by day. The numbers stand in the table below.",
    logins: "Logins",
    registrations: "Registrations",
  },
  codes: {
    heading: "Codes",
    chart:
      "{sent, number} codes sent, {used, number} used and {notSent, number} not sent in {days, number} days, day by day. The numbers stand in the table below.",
    sent: "Sent",
    used: "Used",
    notSent: "Could not be sent",
  },
  mail: {
    heading: "Mail that failed",
    chart:
      "{bounced, number} mails bounced, {dropped, number} dropped, {deferred, number} times deferred in {days, number} days, day by day. The numbers stand in the table below.",
    bounced: "Bounced",
    dropped: "Dropped by SendGrid",
    deferred: "Deferred",
    notReported:
      "SendGrid does not report yet what became of a mail. Set up its Event Webhook, and SENDGRID_WEBHOOK_PUBLIC_KEY with the key that it shows.",
  },
  budget: {
    heading: "The day’s budget for sending",
    unavailable:
      "The store of the limits does not answer, so nobody can say. While that lasts no code is sent: see to the database, or to Redis where it is set.",
    everybody: "For everybody",
    known: "For browsers that have logged in before",
    use: "{used, number} of {limit, number}, {share}",
    spent: "All of it is gone: only browsers that have logged in before still get codes.",
    slowing: "{share} are gone: whoever asks for a code must prove work first.",
    open: "At the mark whoever asks for a code must prove work first.",
    trustedSpent:
      "All of it is gone: who logs in on a known browser gets no code either, and fresh proofs are not sent.",
    trustedOpen: "Where the one for everybody is used up, and for fresh proofs.",
    withEnd: "{sentence} It starts anew at {time}.",
    note: "Each start and each new message counts, also to an address without an account, which gets a notice. A day begins with its first message and lasts 24 hours. DAILY_SEND_BUDGET sets the size of both.",
  },
  channels: {
    heading: "Conversion by channel",
    lead: "Each message counts, so a code that was sent again is two. A code may still be used within ten minutes.",
    channel: "Channel",
    sent: "Sent",
    used: "Used",
    conversion: "Conversion",
    notSent: "Could not be sent",
    wrong: "Wrong codes",
  },
  twilio: {
    heading: "Twilio’s count beside ours",
    lead: "{days, plural, one {The last # day} other {The last # days}}; Twilio keeps thirty. Its figures are up to a minute old, and it counts what was approved, we what was then used.",
    silent: "Twilio does not answer right now. Our own figures above do not depend on it; look again in a minute.",
    channel: "Channel",
    sentByUs: "Sent, by us",
    attempts: "Attempts, by Twilio",
    usedByUs: "Used, by us",
    converted: "Converted, by Twilio",
    unconverted: "Not converted, by Twilio",
    conversionByUs: "Conversion, by us",
    conversionByTwilio: "Conversion, by Twilio",
    noAnswer: "no answer",
  },
  notable: {
    heading: "Worth a look",
    none: "Nothing out of the ordinary.",
    withUser: "{time}, <link>the user</link>",
  },
  byDay: {
    heading: "Day by day",
    label: "Figures by day",
    day: "Day",
    logins: "Logins",
    registrations: "Registrations",
    codesSent: "Codes sent",
    codesUsed: "Codes used",
    codesNotSent: "Not sent",
    bounced: "Bounced",
    dropped: "Dropped",
    deferred: "Deferred",
    spam: "Called spam",
    wrongCodes: "Wrong codes",
    blocked: "Limits reached",
    slowed: "Slowed",
    reports: "“Not me” reports",
  },
  export: {
    reading: "{rows} of {all}",
    done: "Saved, with {rows}.",
    failed: "The export broke off after {rows}, and nothing was saved. Try again.",
    stopped: "Stopped after {rows}. Nothing was saved.",
    stop: "Stop",
    refusals: {
      REAUTHENTICATION_NEEDED:
        "Nothing was exported. Each file needs your passkey, and your browser needs JavaScript to ask for it.",
      EXPORTS_SPENT: "Nothing was exported. You have taken as many files as one day allows. Try again tomorrow.",
    },
    // By the plural categories of CLDR: the count grows in the browser, which knows no ICU.
    rows: {
      zero: "{count} rows",
      one: "{count} row",
      two: "{count} rows",
      few: "{count} rows",
      many: "{count} rows",
      other: "{count} rows",
    },
  },
} as const;

/** The page that asks staff for a passkey before the dashboard opens. */
export const adminPasskey = {
  title: "Confirm with your passkey",
  CONFIRM_PASSKEY: {
    title: "Confirm with your passkey",
    why: "The dashboard shows other people’s data. A code from your mailbox does not open it. Your passkey does.",
    button: "Confirm with your passkey",
    noScript: "Your browser needs JavaScript to use a passkey. Turn it on for this page, and load it again.",
    notAtHand: "No passkey at hand? Log in with a device that has one, or ask an admin to reset your passkeys.",
  },
  ADD_PASSKEY: {
    title: "Add a passkey to open the dashboard",
    why: "The dashboard shows other people’s data, so everyone who works here opens it with a passkey. Add one to your account. Then come back here.",
    button: "Add a passkey",
  },
  PASSKEYS_LOST: {
    title: "None of your passkeys works",
    advice:
      "The dashboard opens with a passkey only. Ask another admin to reset your passkeys, then add a new one. If you are the only admin, run <command>npm run create-admin</command> with <command>--reset-passkeys</command> on the server.",
  },
} as const;
