/** The account's first page, and the links between the pages of an account. */
export const account = {
  title: "Your account",
  hello: "Hello, <bdi>{username}</bdi>",
  lead: "The details that we keep about you.",
  goOn: "Continue to where you were",
  recovery: {
    title: "Someone says that you have lost this account",
    what: "They have asked the shop for another email address for it. <stop>Stop this</stop>",
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
    label: "Your account",
    details: "Details",
    review: "Account access",
    orders: "Orders",
    sessions: "Sessions",
    passkeys: "Passkeys",
    recoveryCodes: "Recovery codes",
    data: "Your data",
    dashboard: "Open the dashboard",
  },
} as const;

/** Who is here, in the head of every page. */
export const accountMenu = {
  bag: "Bag",
  logIn: "Log in",
  logOut: "Log out",
  register: "Create account",
  join: "Join",
  account: "My account",
  ownAccount: "Account",
  home: "Members’ room",
  users: "Users",
  panel: ": your pages",
} as const;

/** The pages on which a member changes username, email and phone number. */
export const profile = {
  save: "Save",
  saving: "Saving…",
  sendCode: "Send code",
  sending: "Sending…",
  username: {
    title: "Change your username",
    lead: "You can change it twice in thirty days. Others can take your old name at once.",
    closedUntil: "You can change it again from {at}",
  },
  email: {
    waiting:
      "We could not reach your old mailbox yet. Your email will change to <ltr>{email}</ltr> as soon as that message is sent. Stay logged in until then.",
    title: "Change your email address",
    lead: "Your codes currently go to <ltr>{email}</ltr>.",
    label: "New email",
    hint: "We send a code there. Your address changes when you have entered it.",
    start: "Change email",
    steps: {
      confirm: "You confirm it's you, and enter a code that we send to the new address.",
      undo: "We tell both addresses. For seven days, a link in the email to the old address can undo the change.",
      old: "Codes and links in emails to the old address stop working. Passkeys stay.",
    },
  },
  phone: {
    title: "Change your phone number",
    leadVerified: "Your number is <ltr>{phone}</ltr>. It is verified.",
    leadUnverified: "Your number is <ltr>{phone}</ltr>. It is not verified.",
    start: "Change number",
    startUnverified: "Verify or change number",
    steps: {
      confirm: "You confirm it's you, and enter a code that we send to the number by text message.",
      confirmWithoutTexts: "You confirm it's you. The shop sends no text messages, so the number stays unverified.",
      told: "We tell you by email. We do not tell the number.",
    },
  },
} as const;

/** Where somebody is logged in, and how that is ended. */
export const sessions = {
  lead: "These browsers can open your account right now.",
  thisBrowser: "This browser",
  times: "Logged in {at} {how}, last seen {seen}.",
  timesFromLocation: "Logged in {at} {how} in {place}, last seen {seen}.",
  how: {
    EMAIL_CODE: "with a code by email",
    PHONE_CODE: "with a code by phone",
    PASSKEY: "with a passkey",
    RECOVERY_CODE: "with a recovery code",
  },
  end: "End session<hidden> of {device}, last seen {seen}</hidden>",
  endOthers: "End all other sessions",
  everywhere: "Log out everywhere",
  about:
    "“Log out everywhere” also ends this session. To log in again, use a code or a passkey. Passkeys stay. If you do not know one, or have lost its device, remove it first.",
} as const;

/** Browser and system in words. Their names are names, and the same everywhere. */
export const devices = {
  unknownDevice: "an unknown device",
  unknownBrowser: "an unknown browser",
  browserOnSystem: "{browser} on {system}",
  cityInCountry: "{city}, {country}",
} as const;

/** Where a member chooses the language of their pages and mails, and their time zone. */
export const language = {
  title: "Language and time zone",
  lead: "We show pages, send emails and write times in the language and time zone that you choose.",
  term: "Language",
  change: "Change your language and time zone",
  languages: "Language",
  timeZone: "Time zone",
  timeZoneHint: "Locations are sorted by region, each with its difference from UTC today.",
  zoneUnsaid: "Not set: UTC",
  save: "Save",
  saving: "Saving…",
  notices: {
    LANGUAGE_SAVED: "Saved. The shop uses these settings wherever you log in.",
    LANGUAGE_UNKNOWN: "Nothing was changed: we do not have that language or time zone. Choose one from the list.",
  },
  device: {
    use: "Use this device’s time zone",
    filledIn: "We have filled in {zone}. Save to keep it.",
    unknown: "Your device does not say its time zone. Choose one from the list.",
  },
  regions: {
    Africa: "Africa",
    America: "America",
    Antarctica: "Antarctica",
    Arctic: "Arctic Ocean",
    Asia: "Asia",
    Atlantic: "Atlantic Ocean",
    Australia: "Australia",
    Europe: "Europe",
    Indian: "Indian Ocean",
    Pacific: "Pacific Ocean",
  },
} as const;

/** The page after a move to another email: what can open the account, for its owner to keep or remove. */
export const review = {
  title: "Account access",
  lead: "These can open your account. If someone else has used it, something here may be theirs. Keep what you know, and remove the rest.",
  nothing: "Only this browser and your email address can open your account.",
  sessions: "Other sessions",
  endSessions: "End sessions",
  removePasskeys: "Remove a passkey",
  replaceCodes: "Replace recovery codes",
  phone: "Phone number",
  phoneVerified: "Verified on {at}.",
  changePhone: "Change the number",
  about: "You remove each one separately, and confirm it's you.",
  keepAll: "Keep all",
  done: "Go to your account",
} as const;
