/** Answers that are no pages of Next: limits, what cannot be read, and the shop without its records. */
export default {
  toWindow: "Go to the shop window",
  busy: {
    title: "One moment, please",
    minutes:
      "There were too many tries, so this is closed for a while. Try again in {minutes, plural, one {# minute} other {# minutes}}, after {time}.",
    hours:
      "There were too many tries, so this is closed for a while. Try again in {hours, plural, one {# hour} other {# hours}}, after {time}.",
    toLogin: "Back to the login",
    toRegistration: "Back to the registration",
    toCode: "Back to your code",
    toSessions: "Back to your sessions",
    toPasskeys: "Back to your passkeys",
    toRecoveryCodes: "Back to your recovery codes",
    toUsername: "Back to your username",
    toEmail: "Back to your email address",
    toPhone: "Back to your phone number",
    toLanguage: "Back to your language and time zone",
    toData: "Back to your data",
    toDeletion: "Back to deleting your account",
  },
  unavailableTitle: "Back in a moment",
  wrongMethod: {
    title: "Not this way",
    sentence: "The shop does not answer requests of this kind. Nothing was changed.",
  },
  wrongAddress: {
    title: "Nothing at this address",
    sentence: "This address has characters in it that no page of the shop has. Check it, or start again.",
  },
  nothingHere: "There is nothing at this address.",
  outdatedForm:
    "The shop was updated while this page was open, so nothing was sent. What you typed is still here: send it again.",
  tooLargeTitle: "Too long",
  tooLarge: "That is more than the shop accepts, so nothing was sent. Go back, shorten what you typed and try again.",
} as const;
