/** The account's first page, and the links between the pages of an account. */
export default {
  title: "Your account",
  hello: "Hello, <bdi>{username}</bdi>",
  lead: "Your details, as we keep them.",
  goOn: "Go on to where you were",
  recovery: {
    title: "Someone says that you have lost this account",
    what: "They ask the shop for another email address for it. <stop>Stop this</stop>",
  },
  memberSince: "Member since",
  changeUsername: "Change your username",
  changeEmail: "Change your email address",
  changePhone: "Change your phone number",
  change: "Change",
  verified: "Verified",
  notVerified: "Not verified",
  links: {
    account: "Back to your account",
    review: "What can open your account",
    sessions: "Where you are logged in",
    passkeys: "Passkeys",
    recoveryCodes: "Recovery codes",
    data: "Your data",
    dashboard: "Open the dashboard",
  },
} as const;
