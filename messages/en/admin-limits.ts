/** Limits that refuse or slow somebody, and their release. `reasons` says by a policy's name why it is there. */
export const adminLimits = {
  title: "Rate limits",
  lead: "Who is blocked or slowed right now, why, and until when.",
  released: "Counter reset.",
  refused: {
    heading: "Blocked",
    table: "Rate limits that block",
    empty: "Nobody is blocked",
    emptyHint: "No rate limit is reached right now.",
  },
  slowed: {
    heading: "Slowed",
    lead: "They can continue after a bot check, or after waiting for a minute.",
    table: "Rate limits that slow",
    empty: "Nobody is slowed",
    emptyHint: "No bot checks are required right now.",
  },
  columns: {
    who: "Who",
    limit: "Limit",
    reason: "Purpose",
    since: "Since",
    until: "Until",
    change: "Action",
  },
  everybody: "Everyone",
  whoFrom: "{who} from {source}",
  release: "Reset<hidden> for {who}</hidden>",
  releaseEverybody: "Reset<hidden> for everyone</hidden>",
  confirm: {
    metaTitle: "Reset a rate limit",
    title: "Reset a rate limit for {who}?",
    titleEverybody: "Reset a rate limit for everyone?",
    count: "This resets the counter of <code>{policy}</code>. {who} can continue now instead of waiting until {time}.",
    countEverybody:
      "This resets the counter of <code>{policy}</code>. Everyone can continue now instead of waiting until {time}.",
    guards: "Purpose: {reason}",
    others: "Other rate limits stay as they are.",
    submit: "Reset the limit",
    pending: "Resetting…",
  },
  none: {
    title: "Nothing to reset",
    lead: "This rate limit no longer blocks or slows anyone.",
    all: "All rate limits",
  },
  reasons: {
    send: {
      address: {
        short: "Protects a mailbox from a flood of messages. Twilio refuses the sixth message too.",
        day: "Ten messages a day are enough for a forgetful user, and few enough for a victim.",
      },
      mailbox: {
        short:
          "Counts one mailbox with all its tagged addresses (name+1@). It allows more than for one address, because families share mailboxes.",
        day: "The daily limit, so that tagged addresses do not multiply what a victim receives.",
      },
      pair: { hour: "Limits what one source can send to one address. “This was not me” uses it up at once." },
      source: {
        short: "From the sixth start on, one source needs a bot check. An office behind one address can continue.",
        hour: "The maximum for one source, with or without a bot check.",
      },
      network: { hour: "Limits attackers who rent a /24 or a /48 network: all its sources share the quota of four." },
      all: { day: "The shop’s budget for one day. From 80% on, everyone needs a bot check." },
      unknown: {
        short: "Without a trusted proxy, all visitors share one counter. Its limit fits a whole shop.",
        hour: "The maximum for the shared counter. It blocks rather than trusting a forged header.",
      },
      known: {
        short:
          "Gives each trusted device its own quota, which other visitors cannot use up. Twilio’s limit still applies.",
        day: "The daily trusted-device quota, so that a stolen browser cannot flood anyone.",
        mailbox: {
          day: "Limits what trusted devices, re-authentication and admins can send to one mailbox in a day, whatever its tags.",
        },
        address: {
          day: "All trusted-device quotas of one account together. Each login can add another trusted device.",
        },
        all: { day: "A separate budget: an attack that uses up the shared one leaves customers theirs." },
      },
      ending: {
        short:
          "Limits confirming the end of sessions, for each session. A stolen session cannot use up what its owner needs to end it. Twilio’s limit still applies.",
        day: "The daily limit for each session. Only a new login makes another session.",
      },
      stepup: {
        short: "Limits re-authentication codes for one user, over all sessions. Twilio’s limit still applies.",
        day: "The daily limit, for each user and not each session, because every login makes a session.",
      },
      phone: {
        user: {
          day: "Limits messages to phones that one user can cause, whatever the number. Each message costs money.",
        },
        number: {
          short: "Protects a phone from a flood by several accounts. Twilio refuses the sixth message too.",
          day: "The daily limit. It is low because messages can wake the owner.",
        },
        prefix: { day: "Limits SMS pumping by number range: ten thousand neighbouring numbers share this quota." },
        all: { day: "The shop’s budget for phone messages in one day. Codes by email continue when it is used up." },
      },
    },
    notice: {
      all: {
        day: "Counts emails to owners about their accounts. Above it they are still sent, and the log and the audit trail alert staff.",
      },
      user: {
        day: "Limits emails about a change of language, which needs no re-authentication. They cannot be used to bury another warning.",
      },
      address: {
        day: "Limits what admins can email to one address: invitations and changes. A stolen admin session cannot flood a mailbox.",
      },
      admin: {
        day: "Limits what one admin can email in a day, in case someone takes over their browser.",
      },
    },
    check: {
      identity: {
        hour: "Limits wrong codes for one identity, over all challenges and sources.",
        day: "Keeps the chance of guessing a six-digit code at 0.73% a year under steady attack. NIST 5.2.2 allows 100 attempts in a row.",
      },
      pair: {
        hour: "Limits one network’s share of an address’s wrong codes, so that it cannot lock the owner out alone.",
        day: "The daily limit: half of what the address has.",
      },
      known: {
        hour: "Counts wrong codes of a trusted device separately, so that other people’s guesses do not lock out a shopper.",
        day: "The daily trusted-device quota.",
      },
      source: { hour: "Limits one source that tries one code on each of many identities." },
      unknown: { hour: "The same for all visitors without a known address together." },
    },
    recover: {
      identity: {
        day: "Limits recovery codes tried for one identity. From the sixth on, each needs a bot check. NIST asks for a limit below 64 bits, and these codes have 120. The maximum is high so that attackers cannot lock the owner out.",
      },
      source: { hour: "Limits one source that tries recovery codes, as with codes by email." },
      network: { hour: "Limits its /24 or /48 network: all its sources share the quota of four." },
      unknown: { hour: "The same for all visitors without a known address together." },
      known: { hour: "Gives each trusted device its own quota, which its neighbours cannot use up." },
      session: {
        hour: "Limits recovery codes tried for a sensitive action, for each session, so that a stolen one does not block another.",
      },
    },
    username: {
      source: { hour: "Lets visitors check whether a username is taken, but not list all usernames." },
      request: {
        short:
          "Limits other names and numbers in one registration, so that nobody can list phone numbers with one verified mailbox.",
      },
      unknown: { hour: "The same for all visitors without a known address together." },
      user: {
        month:
          "Allows one change and one to undo it. Frequent changes hide a user from those who know the earlier name.",
      },
    },
    change: {
      user: {
        day: "Limits moves to other addresses and phones. Each one messages a mailbox or phone that may belong to someone else.",
      },
    },
    order: {
      user: {
        day: "Each order takes pieces from the shelf until staff decide. A household needs fewer than this in a day.",
      },
    },
    payment: {
      user: { hour: "Each press asks Stripe about the payment page of an order. Nobody who pays needs this many." },
    },
    language: {
      user: { hour: "Each change of language or time zone adds an entry to the audit trail. Nobody needs this many." },
    },
    login: {
      user: {
        hour: "Limits passkey logins, counted after a valid signature. Attackers cannot use them up, and no script can fill a mailbox with alerts.",
        day: "The daily limit. A code by email still logs in.",
      },
    },
    confirm: {
      user: {
        hour: "Limits actions confirmed by passkey. Each one adds an entry to the audit trail.",
      },
    },
    end: {
      user: { hour: "Limits ending sessions by passkey. Counted separately, so that nothing else uses it up." },
    },
    act: {
      user: {
        day: "Limits new recovery codes, new passkeys and deletion requests. Each one sends an email to the owner.",
      },
    },
    export: {
      staff: {
        day: "Limits the files that one person exports from the dashboard in a day. The other admins get an email about each.",
      },
      user: { day: "Limits data downloads. Each one reads every row of the account and sends an email to the owner." },
    },
    rename: {
      session: {
        hour: "Limits new names of passkeys. Each one adds an entry to the audit trail.",
      },
    },
    bag: {
      source: {
        hour: "Limits new guest bags from one source, so that nobody fills the table. Members are not counted.",
      },
      network: { day: "Limits its /24 or /48 network: all its sources share the quota." },
      unknown: { hour: "The same for all visitors without a known address together." },
    },
    proof: { once: "Each solution of a bot check counts once. It is remembered for longer than the puzzle lasts." },
    wait: {
      source: {
        short: "Waiting replaces the bot check where JavaScript is off. It is slower, and no way around the check.",
      },
      unknown: { short: "The same for all visitors without a known address together." },
    },
    audit: {
      source: {
        hour: "Limits how many rejected passkeys one source can add to the audit trail. Above it they are rejected without an entry.",
      },
      all: { hour: "The same for all sources together, so that many sources cannot fill the audit trail." },
      limit: { hour: "A reached limit adds one entry an hour to the audit trail, however many requests reach it." },
    },
  },
} as const;
