/**
 * What an action tells a person: what happened and what to do. Nothing here depends on whether an address has an
 * account. lib/http/notices.ts says which of them an address of ours may ask a page for.
 */
export const feedback = {
  LOGIN_REQUIRED: "Please log in to continue.",
  FOREIGN_ORIGIN: "This form came from another site, so nothing was done. Open the shop and try again.",
  LOGGED_OUT: "You are logged out.",
  LOGGED_OUT_EVERYWHERE: "You are logged out here and on every other device.",
  CHALLENGE_ENDED: "That code request has ended. Enter your email and we will send a new code.",
  CODE_EXPIRED: "A code works for 10 minutes. Yours can no longer be used, and we can send you a new one.",
  CODE_TRIES_SPENT: "That was the fifth wrong code, so this request is closed. We can send you a new one.",
  STEP_UP_ENDED:
    "That code can no longer be used, so nothing was done. Press the button once more and we send a new one.",
  CHANGE_CODE_ENDED:
    "That code can no longer be used, so nothing was changed. Confirm once more that it is you: what you typed is kept.",
  REAUTHENTICATION_ENDED:
    "The five minutes after you confirmed are over, so nothing was done. Confirm once more, and try again.",
  CHALLENGE_FINISHED: "That code was already used. If you are not logged in, ask for a new code.",
  CODE_REJECTED: "That code is wrong or has expired. Check the newest message, or send a new code.",
  CODE_REPLACED:
    "Another request used up your code, so it no longer works. We have sent you a new one. Enter the code from the newest message.",
  CODE_VOID: "Another request used up your code, so it no longer works. Send a new code and enter that one.",
  CODE_MALFORMED: "The code has 6 digits. You find it in the message we sent.",
  TOO_MANY_ATTEMPTS: "That was the fifth wrong code, so this request is closed. Start again to get a new one.",
  PROVIDER_UNAVAILABLE: "We could not check your code just now. Your code is still good: try again in a moment.",
  PROVIDER_SILENT: "We could not check your code just now. Try it once more; if it is refused then, send a new code.",
  CODES_LATE: "Codes are arriving late at the moment. We are on it. Wait a minute, then send a new code.",
  MAIL_REFUSED: "The mail server of this address refused our message. Check the address, or use another one.",
  PHONE_CODE_REJECTED: "That code is wrong or has expired. Check the newest message, or send a new code.",
  PHONE_CODE_MALFORMED: "The code has 6 digits. You find it in the message we sent to your phone.",
  PHONE_REFUSED:
    "We cannot send a text to this number. Go back and use another one, or do without: codes by email go on.",
  PHONE_CODE_SENT_AGAIN: "We are sending the code again. The earlier message works too.",
  CODE_SENT_AGAIN: "We are sending the code again. The earlier email works too.",
  CODE_BY_TEXT:
    "If your account has a verified phone number, we are texting a code to it. The code in the email works too.",
  CODE_BY_WHATSAPP:
    "If your account has a verified phone number, we are sending a code to its WhatsApp. The code in the email works too.",
  CODE_BY_CALL:
    "If your account has a verified phone number, we are calling it with a code. The code in the email works too.",
  RESEND_TOO_EARLY: "Please wait a little before asking for another message.",
  USERNAME_TAKEN: "This username is already taken. Choose another one.",
  PHONE_TAKEN: "This phone number belongs to another account. Use another number.",
  USERNAME_UNCHANGED: "That is your username already.",
  USERNAME_CHANGES_SPENT: "You have changed your username twice in thirty days. Until then it stays as it is.",
  USERNAME_CHANGED: "Your username is changed. The old one is free for others now.",
  EMAIL_UNCHANGED: "That is your email address already.",
  MAIL_DOWN:
    "The shop's mails do not get through right now, and your old address has to be told of the change. Nothing was changed. Try again in a few minutes.",
  EMAIL_TAKEN: "This address has an account of its own, so yours was not moved to it. Use another address.",
  OLD_EMAIL_REFUSED:
    "Your email address was not changed: no mail can be sent to the address of your account, and it must be told first. Write to the shop.",
  EMAIL_KEPT:
    "This address was another account's until a few days ago and is kept for it for now. Use another address, or come back in a week.",
  EMAIL_CHANGED:
    "Your email address is changed, and both addresses were told. What could open your account before still can.",
  EMAIL_CONFIRMED: "Confirmed. For the next five minutes you can enter your new address.",
  PROFILE_STEP_UP_NEEDED: "Nothing was changed. Confirm with a passkey first: your browser asks for it by JavaScript.",
  PHONE_UNCHANGED: "That is your phone number already, and it is verified.",
  PHONE_UNREACHED: "We cannot send a text to this number, so it cannot be verified. It stays as it is.",
  PHONE_SAVED: "Your phone number is changed. We cannot send a text to this number, so it stays unverified.",
  PHONE_CHANGED: "Your phone number is verified.",
  PHONE_CONFIRMED: "Confirmed. For the next five minutes you can enter your phone number.",
  ACCOUNT_DISABLED: "This account is closed. Write to the shop if you think that is a mistake.",
  SHOP_UNAVAILABLE: "The shop cannot reach its records right now. Nothing was changed. Try again in a minute.",
  STEP_UP_DONE: "Confirmed. Press what you wanted to do once more, within five minutes.",
  SESSION_ENDED: "That session is ended. It opens nothing of yours any more.",
  SESSION_GONE: "That session had ended already.",
  OTHER_SESSIONS_ENDED: "You are logged out everywhere but here.",
  PASSKEY_REFUSED: "This passkey did not let you in. Try again, or log in with a code.",
  PASSKEY_NOT_ASKED: "Your browser did not hand over a passkey. Try again, or log in with a code.",
  PASSKEYS_UNSUPPORTED: "This browser cannot use passkeys. Log in with a code, or use another browser.",
  PASSKEY_STEP_UP_REFUSED: "This passkey did not confirm it, so nothing was done. Use one of your own, and try again.",
  PASSKEY_STEP_UP_NEEDED: "Nothing was changed. Confirm with a passkey first: your browser asks for it by JavaScript.",
  PASSKEY_CONFIRMED: "Confirmed. For the next five minutes you can add a passkey.",
  PASSKEY_REMOVAL_CONFIRMED: "Confirmed. For the next five minutes you can remove a passkey with one press.",
  PASSKEY_ADDED: "Your passkey is added. You can log in with it from now on.",
  PASSKEY_REMOVED:
    "The passkey is removed and opens nothing any more. Logins made with it go on: if its device is not in your hands, log out everywhere.",
  PASSKEY_RENAMED: "The passkey has its new name.",
  LAST_PASSKEY:
    "This is your only passkey that works, and codes are off. Nothing was removed. Switch codes on first, then remove it.",
  CODES_OFF: "Codes are off. From now on you log in with a passkey, or with a recovery code.",
  CODES_ON: "Codes are on. You can log in with a code from the mail again.",
  PASSKEY_NAME_INVALID: "That is no name for a passkey. Use 1 to 60 characters.",
  PASSKEY_NOT_MADE: "No passkey was added. Try again, and do what your browser asks.",
  PASSKEY_LEFT_ON_DEVICE:
    "The shop could not be reached after your device had made a passkey. Load this page again. If the passkey is not in the list, delete it on your device, and add a new one.",
  PASSKEY_KNOWN: "This device has a passkey for your account already.",
  TOO_MANY_PASSKEYS: "You have twenty passkeys, which is the most. Remove one first.",
  RECOVERY_REFUSED:
    "This email and this recovery code do not belong together, or the code was used before. Check both, or use another way in.",
  RECOVERY_CODE_MALFORMED: "A recovery code has 24 letters and digits, in six groups of four.",
  RECOVERY_STEP_UP_REFUSED:
    "This is none of your recovery codes, or it was used before. Nothing was confirmed. Try another one of your list.",
  RECOVERY_CODES_CONFIRMED:
    "Confirmed. For the next five minutes you can make recovery codes with one press. Have paper or a printer ready: they are shown once.",
  RECOVERY_CODES_NEED_PASSKEY:
    "No codes were made. Confirm with a passkey first: your browser asks for it by JavaScript.",
  RECOVERY_FILE_REFUSED: "These are not your current recovery codes, so there is no file. Make new ones.",
  EXPORT_CONFIRMED: "Confirmed. For the next five minutes you can download your data with one press.",
  EXPORT_STEP_UP_NEEDED:
    "Nothing was downloaded: confirm first that it is you, and press Download within five minutes.",
  DELETION_CONFIRMED: "Confirmed. For the next five minutes you can delete your account with one press.",
  DELETION_ASKED:
    "Your account is closed and will be deleted in seven days. We are mailing you a link that keeps it; logging in asks you too.",
  DELETION_NEEDS_PASSKEY:
    "An admin leaves with a passkey, so that nobody can do it with your mailbox. Ask another admin to reset your passkeys, or to delete your account.",
  LAST_ADMIN: "You are the only admin of this shop, so nothing was done. Make somebody else an admin first.",
  RECOVERY_LOGIN:
    "You are logged in. That recovery code is used now. If you can read no mail from us any more, add a passkey and change your email address before you run out of codes.",
  HAD_ACCOUNT: "You already had an account with this email, so we logged you in.",
} as const;

/** What a page shows in the browser when it could not be made. */
export const failures = {
  heading: "This page could not be made.",
  lead: "Something failed on our side, not yours. Nothing you typed was sent twice. Try again in a moment; if it keeps failing, come back later.",
  retry: "Try again",
  outdatedHeading: "This page is from before an update.",
  outdatedLead: "The shop was updated while you had it open. Nothing was sent. Load it again and fill it in once more.",
  unreachedHeading: "The shop could not be reached.",
  unreachedLead:
    "Your connection may have dropped. Load this page again when it is back, and look whether what you sent has arrived before you send it once more.",
  reload: "Load it again",
  toStorefront: "To the storefront",
  number: "If you write to us, mention number {digest}.",
} as const;

/** Answers that are no pages of Next: limits, what cannot be read, and the shop without its records. */
export const plainPages = {
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
