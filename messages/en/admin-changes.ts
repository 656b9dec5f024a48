/** The step before each change in the dashboard: what it says, what its form asks, and why nothing was changed. */
export default {
  whatWillHappen: "What will happen",
  proven: "Your passkey confirmed that it is you. That counts for five minutes.",
  notProven: "Your browser will ask for your passkey. It then counts for five minutes.",
  noScript: "Your browser asks for a passkey by JavaScript. Turn it on for this page, and load it again.",
  passkeyNeeded: {
    title: "You need a passkey first",
    lead: "Whoever changes accounts here confirms it with a passkey, so that nobody else can do it with your browser or your mailbox. <link>Add a passkey to your account</link>, then come back.",
  },
  form: {
    waiting: "Waiting for your passkey…",
    cancel: "Cancel",
    emailOwner: "Nothing was changed: {name} has this email address.",
  },
  reason: {
    label: "Reason",
    missing: "Say why. Other admins will want to know.",
    hints: {
      userAndAudit: "For other admins, on the user's page and in the audit trail. The user does not see it.",
      audit: "For other admins, in the audit trail. The user does not see it.",
      sameInAudit: "For other admins, the same for all of them, in the audit trail. The user does not see it.",
    },
  },
  refusals: {
    NO_PASSKEY: "Nothing was changed: you hold no passkey that works. Add one to your account, then come back.",
    PROOF_NEEDED: "Nothing was changed: confirm with your passkey first. It counts for five minutes.",
    NOT_ADMIN: "Nothing was changed: you are no admin any more.",
    USER_GONE: "Nothing was changed: there is no such user any more.",
    OWN_ACCOUNT: "Nothing was changed: this is your own account. Ask another admin.",
    DISABLED_ALREADY: "Nothing was changed: somebody has disabled this account already.",
    ENABLED_ALREADY: "Nothing was changed: this account is not disabled any more.",
    ROLE_UNCHANGED: "Nothing was changed: the user has this role already.",
    LIMIT_ON_ADMINS:
      "Nothing was changed: this limit is on admins themselves, and no admin can release it. It opens by itself.",
    LIMIT_OPEN: "Nothing was changed: this limit refuses and slows nobody any more.",
    SESSION_GONE: "Nothing was changed: this session has ended already.",
    RECOVERY_BEGUN: "Nothing was changed: somebody has begun this already. Complete it or stop it.",
    RECOVERY_GONE:
      "Nothing was changed: this was completed, stopped or forgotten for two weeks. Look at the audit trail.",
    RECOVERY_NOT_TOLD:
      "Nothing was changed: SendGrid has not accepted the mail to the old address yet, and the wait begins with it. If that mail was refused or given up, stop this and begin again.",
    RECOVERY_TOO_EARLY: "Nothing was changed: the wait is not over yet.",
    NOTHING_CHANGED: "Nothing was changed: this is what stood there before.",
    EMAIL_TAKEN: "Another user has this email address.",
    USERNAME_MISTYPED: "This is not the username of the account. Type it as it stands above.",
    NOTICES_SPENT:
      "Nothing was changed: to this address, by you, or by the whole shop as many mails went as one day allows. Try again tomorrow.",
    NOT_INVITED: "Nothing was sent: the user has proven this address by now, so there is nothing to invite to.",
    INVITED_BUT_DISABLED: "Nothing was sent: the account is disabled. Enable it first.",
  },
} as const;
