/** The dashboard: what stands around its pages, and its first page with the figures. */
export const adminOverview = {
  dashboard: {
    title: "Dashboard",
    titleTemplate: "%s · Dashboard · {shop}",
    overviewTitle: "Dashboard · {shop}",
  },
  nav: {
    label: "Dashboard",
    overview: "Overview",
    orders: "Orders",
    products: "Products",
    users: "Users",
    audit: "Audit trail",
    delivery: "Mail",
    limits: "Rate limits",
  },
  title: "Overview",
  lead: "{days, plural, one {The last # day} other {The last # days}}, from the audit trail. Days start at midnight UTC, and today is incomplete.",
  dailyJob: {
    title: "The daily job does not run",
    stopped:
      "The daily job last finished on {at}. Old records stay, and so do accounts that are due to be deleted. Have <path>/api/jobs/daily</path> called every day.",
    never:
      "The daily job has never finished. Old records stay, and so do accounts that are due to be deleted. Have <path>/api/jobs/daily</path> called every day.",
  },
  events: {
    heading: "Event stream",
    none: "Your receiver has not taken any event yet.",
    delivered: "Your receiver last took an event on {at}.",
    waiting: "{count, plural, =0 {No events are waiting.} one {# event is waiting.} other {# events are waiting.}}",
    waitingMoreThan: "More than {count, plural, one {# event is} other {# events are}} waiting.",
    failingTitle: "Your receiver takes no events",
    failing:
      "It has taken none since {at}. The last reason is <ltr>{reason}</ltr>. The shop tries again at least every ten minutes, and no event overtakes another.",
  },
  range: {
    label: "Time range",
    days: "{days, plural, one {# day} other {# days}}",
  },
  facts: {
    loggedIn: "Active sessions",
    over: "over {count, number}",
    budget: "Today’s budget used",
    usedOf: "{used, number} of {limit, plural, one {# message} other {# messages}}",
    notKnown: "unknown",
    codesUsed: "Code conversion",
    ofSent: "of codes sent were used",
    codesNotSent: "Codes not sent",
    mailRefused: "Emails not delivered",
    bouncedOrDropped: "bounced or dropped",
    noReports: "SendGrid does not report",
    spam: "Marked as spam",
    byReaders: "by recipients",
    wrongCodes: "Wrong codes",
    blocked: "Rate limits reached",
    onceAnHour: "once an hour each",
    slowed: "Slowed",
    botCheckOnceAnHour: "bot checks, once an hour each",
  },
  logins: {
    heading: "Logins and registrations",
    chart:
      "{logins, number} logins and {registrations, number} registrations in {days, number} days, by day. The table below has the numbers.",
    logins: "Logins",
    registrations: "Registrations",
  },
  codes: {
    heading: "Codes",
    chart:
      "{sent, number} codes sent, {used, number} used and {notSent, number} not sent in {days, number} days, by day. The table below has the numbers.",
    sent: "Sent",
    used: "Used",
    notSent: "Not sent",
  },
  mail: {
    heading: "Email delivery problems",
    chart:
      "{bounced, number} emails bounced, {dropped, number} dropped and {deferred, number} deferred in {days, number} days, by day. The table below has the numbers.",
    bounced: "Bounced",
    dropped: "Dropped by SendGrid",
    deferred: "Deferred",
    notReported:
      "SendGrid does not report delivery yet. Set up its Event Webhook, and set SENDGRID_WEBHOOK_PUBLIC_KEY to the key that it shows.",
  },
  budget: {
    heading: "Daily sending budget",
    unavailable:
      "The rate limit store does not answer, and no codes are sent until it does. Check the database, or Redis if you use it.",
    everybody: "Everyone",
    trusted: "Trusted devices",
    use: "{used, number} of {limit, plural, one {# message} other {# messages}} today ({share})",
    spent: "Used up: only trusted devices still get codes.",
    slowing: "{share} used: everyone who asks for a code needs a bot check.",
    open: "Above the mark, everyone who asks for a code needs a bot check.",
    trustedSpent: "Used up: trusted devices get no codes, and no re-authentication codes are sent.",
    trustedOpen: "Used when the budget for everyone is used up, and for re-authentication.",
    withEnd: "{sentence} It resets at {time}.",
    note: "Each start and each new message counts, and so do notices to addresses without an account. A day starts with its first message and lasts 24 hours. DAILY_SEND_BUDGET sets the size of both budgets.",
  },
  channels: {
    heading: "Conversion by channel",
    lead: "Each message counts, so a code sent twice counts as two. Codes can be used for ten minutes.",
    channel: "Channel",
    sent: "Sent",
    used: "Used",
    conversion: "Conversion",
    notSent: "Not sent",
    wrong: "Wrong codes",
  },
  twilio: {
    heading: "Comparison with Twilio",
    lead: "{days, plural, one {The last # day} other {The last # days}}. Twilio keeps thirty, and its figures are up to a minute old. Twilio counts approved codes, and we count the codes used after that.",
    silent: "Twilio does not answer right now. Our own figures above do not depend on it. Reload the page in a minute.",
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
    heading: "Notable events",
    none: "No notable events.",
    withUser: "{time}, <link>view user</link>",
  },
  byDay: {
    heading: "By day",
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
    spam: "Marked as spam",
    wrongCodes: "Wrong codes",
    blocked: "Rate limits reached",
    slowed: "Slowed",
    reports: "“Not me” reports",
  },
  export: {
    reading: "{rows} of {all}",
    done: "Saved, with {rows}.",
    failed: "The export failed after {rows}, and nothing was saved. Try again.",
    stopped: "Stopped after {rows}. Nothing was saved.",
    stop: "Stop",
    refusals: {
      REAUTHENTICATION_NEEDED:
        "Nothing was exported. Each file needs your passkey, and your browser needs JavaScript to ask for it.",
      EXPORTS_SPENT: "Nothing was exported. You have reached the limit of files for one day. Try again tomorrow.",
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
    why: "The dashboard shows other people’s data, so it opens with your passkey only, not with a code.",
    button: "Confirm with your passkey",
    noScript: "Your browser needs JavaScript to use a passkey. Turn it on, and reload this page.",
    notAtHand: "No passkey at hand? Log in with a device that has one, or ask an admin to reset your passkeys.",
  },
  ADD_PASSKEY: {
    title: "Add a passkey to open the dashboard",
    why: "The dashboard shows other people’s data, so all staff open it with a passkey. Add one to your account, then come back.",
    button: "Add a passkey",
  },
  PASSKEYS_LOST: {
    title: "You have no working passkey",
    advice:
      "The dashboard opens with a passkey only. Ask another admin to reset your passkeys, then add a new one. If you are the only admin, run <command>npm run create-admin</command> with <command>--reset-passkeys</command> on the server.",
  },
} as const;
