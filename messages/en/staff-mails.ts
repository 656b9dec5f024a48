/** Notices of what the shop's staff did with an account, or are about to do. */
export const shopMails = {
  addressTaken: {
    subject: "The email address of your {shop} account was changed",
    heading: "Your email address was changed",
    what: "The shop changed the email address of the account {username} at {shop} ({domain}) to {address} on {time}. Codes for it now go there, and it was logged out everywhere.",
  },
  addressGiven: {
    subject: "This is now the address of your {shop} account",
    heading: "Log in with this address now",
    headingDisabled: "This is now your account's address",
    what: "The shop made this the email address of the account {username} at {shop} ({domain}) on {time}. The account was logged out everywhere. Log in with this address, and we send a code to it.",
    whatDisabled:
      "The shop made this the email address of the account {username} at {shop} ({domain}) on {time}. The account is disabled at the moment.",
    ifUnknown: "If you do not know this account, write to the shop.",
  },
  phone: {
    heading: "Your phone number was changed by the shop",
    what: "The shop changed the phone number of your account at {shop} ({domain}) on {time}.",
  },
  passkeys: {
    heading: "All your passkeys were removed",
    what: "The shop removed all passkeys from your account at {shop} ({domain}) on {time}. They no longer work, and your account was logged out everywhere.",
  },
  role: {
    heading: "Your role was changed",
    what: "The shop changed what your account at {shop} ({domain}) can do, on {time}. It was logged out everywhere. Log in again to use the new role.",
    ifUnexpected: "If you did not expect this, write to the shop.",
  },
  exported: {
    users: {
      heading: "Users were exported",
      what: "{username} exported users of {shop} ({domain}) as a file on {time}, and confirmed it with a passkey.",
    },
    orders: {
      heading: "Orders were exported",
      what: "{username} exported orders of {shop} ({domain}) as a file on {time}, and confirmed it with a passkey.",
    },
    audit: {
      heading: "The audit trail was exported",
      what: "{username} exported audit trail entries of {shop} ({domain}) as a file on {time}, and confirmed it with a passkey.",
    },
    ifUnexpected: "If you did not expect this, ask them. If they did not do it, disable their account at once.",
    seeTrail: "See it in the audit trail",
  },
  recoveryBegun: {
    heading: "Someone says that you have lost your account",
    told: "Someone told the shop that they own the account {username} at {shop} ({domain}), and have lost access to it and to this mailbox. They ask for {address} as its address.",
    due: "If nobody stops it, the shop may give the account that address after {due}. Everyone is then logged out, and passkeys, recovery codes and a phone number stop working.",
    ifNot:
      "If you did not ask for this, stop it now. The link opens a page with one button, and you don't need to log in. Logging in also stops it.",
    link: "Stop this",
  },
  recoveryAnnounced: {
    heading: "Your account may get this address",
    asked:
      "Someone asked the shop to make this the address of the account {username} at {shop} ({domain}). Its owner can stop that until {due}. After that, the shop may change it, and will write to you.",
    wait: "There is nothing to do until then. Nobody from the shop will ask you for a code.",
  },
  recoveryStopped: {
    heading: "Your account keeps its address",
    what: "Someone pressed the button in our email, and your account at {shop} ({domain}) keeps this address: {device}, {time}.",
    ifLost: "If you told the shop that you lost this mailbox, someone else reads it. Write to the shop.",
  },
} as const;

/** Mails about accounts, as staff see them. */
export const adminMails = {
  heading: "Account emails",
  ofUser: "Latest account emails",
  noneOfUser: "None in recent days.",
  waiting:
    "{count, plural, =0 {No emails are waiting for SendGrid.} one {# email is waiting for SendGrid.} other {# emails are waiting for SendGrid.}}",
  waitingMoreThan: "More than {count, plural, one {# email is} other {# emails are}} waiting for SendGrid.",
  oldest: "Waiting longest",
  failed: "Given up",
  noneFailed: "No emails were given up in the last {days, plural, one {# day} other {# days}}.",
  tellYourself: "These emails were not delivered. Tell the user in another way, or correct the address.",
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
    REFUSED: "To <ltr>{address}</ltr>, {at}. SendGrid says that this address is invalid.",
    GIVEN_UP: "To <ltr>{address}</ltr>, {at}, after {attempts, plural, one {# try} other {# tries}} since {created}.",
  },
  kinds: {
    welcome: "Welcome",
    invitation: "Invitation",
    "new-browser": "New login",
    passkey: "Passkey changed",
    "recovery-codes": "Recovery codes",
    profile: "Profile changed",
    "own-email-left": "Email changed, to the old address",
    "own-email-added": "Email changed, to the new address",
    "email-restored": "Email change undone, to the old address",
    "email-taken-back": "Email change undone, to the other address",
    "deletion-asked": "Deletion requested",
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
    "provider-alarm": "Twilio or SendGrid alarm",
    "event-alarm": "Event alarm",
    order: "An order",
  },
} as const;

/** Mails that wake the operator. */
export const alarmMails = {
  overview: "Open the dashboard",
  failing: {
    heading: "{provider} is failing",
    what: "{provider} has refused the requests of {shop} ({domain}) or not answered them since {time}. Its last error is {error}.",
    twilio: "No codes are sent or checked. Members with a passkey or a recovery code can still log in.",
    sendgrid: "Emails about accounts wait, and are sent when SendGrid takes them. Codes by email may fail too.",
    act: "The log has every error. You get one more email when it works again, and at most one alarm an hour.",
  },
  working: {
    heading: "{provider} works again",
    what: "{provider} answers the requests of {shop} ({domain}) again since {time}.",
  },
  event: {
    heading: "An event was not delivered",
    what: "The receiver of events of {shop} ({domain}) did not take event {event} ({type}) for a day. The last reason is {reason}. The shop continues with the next event.",
    act: "When the receiver works again, send it once more: {command}",
  },
} as const;
