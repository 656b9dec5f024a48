/** Limits that refuse or slow somebody, and their release. `reasons` says by a policy's name why it is there. */
export const adminLimits = {
  title: "Limits",
  lead: "Who is refused or slowed at this moment, why, and until when.",
  released: "The limit is released. Its count begins anew.",
  refused: {
    heading: "Refused",
    table: "Closed limits",
    empty: "Nobody is refused",
    emptyHint: "Every limit is open for everybody right now.",
  },
  slowed: {
    heading: "Slowed",
    lead: "They get on after their browser has done some work, or after a minute of waiting.",
    table: "Limits that slow",
    empty: "Nobody is slowed",
    emptyHint: "No one is asked to prove that they are not a machine.",
  },
  columns: {
    who: "Who",
    limit: "Limit",
    reason: "Why it is there",
    since: "Since",
    until: "Until",
    change: "Change",
  },
  everybody: "Everybody",
  whoFrom: "{who} from {source}",
  release: "Release<hidden> {who}</hidden>",
  releaseEverybody: "Release<hidden> everybody</hidden>",
  confirm: {
    metaTitle: "Release a limit",
    title: "Release a limit for {who}?",
    titleEverybody: "Release a limit for everybody?",
    count: "The count of <code>{policy}</code> begins anew: {who} need not wait until {time}.",
    countEverybody: "The count of <code>{policy}</code> begins anew: everybody need not wait until {time}.",
    guards: "What it guards against: {reason}",
    others: "Other limits that they have run into stay as they are.",
    submit: "Release the limit",
    pending: "Releasing…",
  },
  none: {
    title: "Nothing to release",
    lead: "This limit refuses and slows nobody any more.",
    all: "All limits",
  },
  reasons: {
    send: {
      address: {
        short: "Nobody's mailbox is flooded; Twilio refuses the sixth message as well.",
        day: "Ten messages a day are enough for a forgetful person and few enough for a victim.",
      },
      mailbox: {
        short:
          "One mailbox with all its tagged addresses (name+1@): more than one address may have, for families share a mailbox.",
        day: "The daily end of that, so that tags do not multiply what a victim gets.",
      },
      pair: { hour: "What one source may send to one address; 'This was not me' uses it up at once." },
      source: {
        short: "From the sixth start on, one source proves its work; an office behind one address goes on.",
        hour: "The hard end for one source, proof or not.",
      },
      network: { hour: "Whoever rents a /24 or a /48 has many sources: they share four sources' worth." },
      all: { day: "What the shop is ready to pay in a day, whoever asks; from 80 % on everybody proves work." },
      unknown: {
        short: "Without a trusted proxy all visitors share one count, so it fits a shop and not one person.",
        hour: "The hard end of the shared count; it closes rather than trusts a forged header.",
      },
      known: {
        short: "A browser that has logged in before has a lane that no stranger can use up; Twilio's cap holds.",
        day: "The daily end of that lane, so that a stolen browser floods nobody.",
        mailbox: {
          day: "What trusted devices, step-ups and admins may send to one mailbox in a day, whatever its tags.",
        },
        address: {
          day: "All lanes of one account together: every login can make another browser known, and none of them is free.",
        },
        all: { day: "A budget of its own: an attack that empties the one for all leaves customers theirs." },
      },
      ending: {
        short:
          "Confirming the end of sessions, for each session alone: a stolen one cannot use up what its owner needs to end it. Twilio's cap holds.",
        day: "The daily end of that, by session: only a new login makes another.",
      },
      stepup: {
        short: "Fresh proofs of one user, over all sessions; Twilio's cap holds.",
        day: "The daily end of that, by user and not by session, since every login makes a session.",
      },
      phone: {
        user: {
          day: "Messages to phones that one user may bring about, whatever the number: each of them costs money.",
        },
        number: {
          short: "Nobody's phone is flooded by several accounts; Twilio refuses the sixth message as well.",
          day: "The daily end of that: a phone wakes its owner, so it is few.",
        },
        prefix: { day: "Who pumps messages holds a block of numbers: ten thousand neighbours share this many." },
        all: { day: "What the shop is ready to pay for phones in a day; mail goes on when it is spent." },
      },
    },
    notice: {
      all: {
        day: "Mails to owners about their accounts: past it they still go out, and the log and the audit trail tell staff.",
      },
      user: {
        day: "Mails about a change of language, which needs no proof: nobody buries another warning under them.",
      },
      address: {
        day: "What admins have mailed to one address, invitations and changes: no admin's browser floods a mailbox.",
      },
      admin: {
        day: "What one admin has mailed in a day: whoever takes over their browser cannot mail the world by it.",
      },
    },
    check: {
      identity: {
        hour: "Wrong codes for one identity, over all challenges and sources.",
        day: "Leaves guessing a six-digit code 0.73 % a year under steady attack; NIST 5.2.2 would allow 100 in a row.",
      },
      pair: {
        hour: "One network's share of an address's wrong codes: it cannot use them up alone and lock the owner out.",
        day: "The same for the day, half of what the address has.",
      },
      known: {
        hour: "The same count for a known browser alone, so that strangers' guesses lock no shopper out.",
        day: "The daily end of that lane.",
      },
      source: { hour: "One source that tries one code each on many identities." },
      unknown: { hour: "The same for all visitors without a told address together." },
    },
    recover: {
      identity: {
        day: "Recovery codes tried for one identity: from the sixth on they cost a proof. 120 bits are never guessed (NIST asks for a limit below 64), so the end is where no stranger gets who would close the last way in.",
      },
      source: { hour: "One source that tries recovery codes, as with codes from the mail." },
      network: { hour: "Its /24 or /48: they share four sources' worth." },
      unknown: { hour: "The same for all visitors without a told address together." },
      known: { hour: "A browser that has logged in before has a lane that no neighbour can use up." },
      session: { hour: "Recovery codes tried to confirm an act: by session, so that a stolen one closes no other." },
    },
    username: {
      source: { hour: "Whether a username is taken may be asked while choosing one, not to list them all." },
      request: { short: "Other names and numbers in one registration: who has proven a mailbox lists no phones." },
      unknown: { hour: "The same for all visitors without a told address together." },
      user: {
        month: "One change and one to take it back: whoever changes names often hides from those who know the old one.",
      },
    },
    change: {
      user: {
        day: "Nobody moves to so many addresses and phones; each asks a mailbox or phone that may be a stranger's.",
      },
    },
    language: {
      user: { hour: "Each change of language or time zone is an entry of the audit trail; nobody tries so many." },
    },
    login: {
      user: {
        hour: "Logins by passkey, after a good signature: no stranger can use them up, and no machine fills a mailbox with alerts.",
        day: "The daily end of that; a code from the mail still opens the account.",
      },
    },
    confirm: {
      user: {
        hour: "Acts confirmed by passkey: each is an entry in the audit trail, and nobody confirms one every minute.",
      },
    },
    end: {
      user: { hour: "Confirming by passkey that sessions shall end: counted apart, so that nothing else uses it up." },
    },
    act: {
      user: {
        day: "New recovery codes, new passkeys and requests for deletion: each sends a mail to the owner.",
      },
    },
    export: {
      staff: { day: "Files that one person takes out of the dashboard in a day: each is mailed to the other admins." },
      user: { day: "A download of all data reads every row of the account and sends a mail to the owner." },
    },
    rename: {
      session: {
        hour: "Each new name of a passkey is an entry of the audit trail; nobody has so many names to give.",
      },
    },
    proof: { once: "One solution counts once; it outlives the puzzle, so none can be shown again." },
    wait: {
      source: {
        short: "Waiting stands in for the puzzle where scripts are off: slower, not closed, and not a way around it.",
      },
      unknown: { short: "The same for all visitors without a told address together." },
    },
    audit: {
      source: {
        hour: "Refused passkeys that one source gets into the audit trail; past it they are refused without an entry.",
      },
      all: { hour: "The same for all together: whoever has many sources does not fill the trail either." },
      limit: { hour: "A reached limit is one entry of the audit trail an hour, however many requests run into it." },
    },
  },
} as const;
