/** Notices of what the shop's staff did with an account, or are about to do. */
export const shopMails = {
  addressTaken: {
    subject: "Your {shop} account has another email address",
    heading: "Your account has another email address",
    what: "The shop changed the email address of the account {username} at {shop} ({domain}) to {address} on {time}. Codes for it go there from now on, and it was logged out everywhere.",
  },
  addressGiven: {
    subject: "This is now the address of your {shop} account",
    heading: "Log in with this address now",
    headingDisabled: "This is now your account's address",
    what: "The shop made this the email address of the account {username} at {shop} ({domain}) on {time}. The account was logged out everywhere: log in with this address, and we send a code to it.",
    whatDisabled:
      "The shop made this the email address of the account {username} at {shop} ({domain}) on {time}. The account is disabled at the moment.",
    ifUnknown: "If you do not know this account, write to the shop.",
  },
  phone: {
    heading: "Your account has another phone number",
    what: "The shop changed the phone number of your account at {shop} ({domain}) on {time}.",
  },
  passkeys: {
    heading: "All your passkeys were removed",
    what: "The shop removed all passkeys from your account at {shop} ({domain}) on {time}. They open nothing any more, and your account was logged out everywhere.",
  },
  role: {
    heading: "What your account may do has changed",
    what: "The shop changed what your account at {shop} ({domain}) may do, on {time}. It was logged out everywhere. Log in again, and the change counts.",
    ifUnexpected: "If you did not expect this, write to the shop.",
  },
  exported: {
    users: {
      heading: "Somebody exported users",
      what: "{username} exported users of {shop} ({domain}) as a file on {time}. A passkey confirmed it.",
    },
    audit: {
      heading: "Somebody exported the audit trail",
      what: "{username} exported entries of the audit trail of {shop} ({domain}) as a file on {time}. A passkey confirmed it.",
    },
    ifUnexpected: "If you did not expect this, ask them. If it was not them, disable their account at once.",
    seeTrail: "See it in the audit trail",
  },
  recoveryBegun: {
    heading: "Someone says that you have lost your account",
    told: "Someone told the shop that they own the account {username} at {shop} ({domain}) and can get into neither it nor this mailbox. They ask for {address} as its address.",
    due: "If nobody stops it, the shop may give the account that address after {due}. Everybody is logged out then, and passkeys, recovery codes and a phone number open it no more.",
    ifNot:
      "If you did not ask for this, stop it now. The link opens a page with one button, and you need not log in. Logging in stops it, too.",
    link: "Stop this",
  },
  recoveryAnnounced: {
    heading: "Your account may get this address",
    asked:
      "The shop was asked to make this the address of the account {username} at {shop} ({domain}). Its owner can stop that until {due}. If nobody does, the shop may change it after that, and writes to you.",
    wait: "There is nothing to do until then. Nobody from the shop will ask you for a code.",
  },
  recoveryStopped: {
    heading: "Your account keeps its address",
    what: "Someone pressed the button in our mail, and your account at {shop} ({domain}) keeps this address: {device}, {time}.",
    ifLost: "If you had told the shop that you have lost this mailbox, somebody else reads it. Write to the shop.",
  },
} as const;

/** Mails about accounts, as staff see them. */
export const adminMails = {
  heading: "Mails about accounts",
  ofUser: "Latest mails about the account",
  noneOfUser: "None in the last days.",
  waiting:
    "{count, plural, =0 {No mail waits for SendGrid.} one {# mail waits for SendGrid.} other {# mails wait for SendGrid.}}",
  waitingMoreThan: "More than {count, plural, one {# mail} other {# mails}} wait for SendGrid.",
  oldest: "Waiting longest",
  failed: "Given up",
  noneFailed: "No mail was given up in the last {days, plural, one {# day} other {# days}}.",
  tellYourself: "Nobody read these. Tell the user in another way, or correct the address.",
  kindAndState: "{kind}: {state}",
  states: {
    WAITING: "waiting",
    ACCEPTED: "accepted by SendGrid",
    REFUSED: "refused by SendGrid",
    GIVEN_UP: "given up",
  },
  details: {
    WAITING:
      "To <ltr>{address}</ltr>, since {created}. {attempts, plural, =0 {Not tried yet.} one {Tried once, next at {at}.} other {Tried # times, next at {at}.}}",
    ACCEPTED: "To <ltr>{address}</ltr>, {at}.",
    REFUSED: "To <ltr>{address}</ltr>, {at}. SendGrid says that this address is not valid.",
    GIVEN_UP: "To <ltr>{address}</ltr>, {at}, after {attempts, plural, one {# try} other {# tries}} since {created}.",
  },
  kinds: {
    welcome: "Welcome",
    invitation: "Invitation",
    "new-browser": "New login",
    passkey: "Passkey changed",
    "recovery-codes": "Recovery codes",
    profile: "Profile changed",
    "own-email-left": "Email moved, to the old address",
    "own-email-added": "Email moved, to the new address",
    "email-restored": "Email put back, to the old address",
    "email-taken-back": "Email put back, to the other address",
    "deletion-asked": "Deletion asked for",
    "account-kept": "Deletion cancelled",
    "account-deleted": "Account deleted",
    "email-taken-away": "Email changed by staff, to the old address",
    "email-given": "Email changed by staff, to the new address",
    "phone-changed": "Phone changed by staff",
    "passkeys-reset": "Passkeys removed by staff",
    "role-changed": "Role changed",
    "records-exported": "Records exported",
    "recovery-begun": "Access for a new address, to the old address",
    "recovery-announced": "Access for a new address, to the new address",
    "recovery-stopped": "Access for a new address stopped",
  },
} as const;
