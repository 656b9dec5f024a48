/**
 * What an action tells a person: what happened and what to do. Nothing here depends on whether an address has an
 * account. lib/http/notices.ts says which of them an address of ours may ask a page for.
 */
export const feedback = {
  LOGIN_REQUIRED: "Please log in to continue.",
  FOREIGN_ORIGIN: "This form came from another site, so nothing was done. Open the shop and try again.",
  LOGGED_OUT: "You are logged out.",
  LOGGED_OUT_EVERYWHERE: "You are logged out here and on every other device.",
  CHALLENGE_ENDED: "That code has expired. Enter your email and we will send a new one.",
  CODE_EXPIRED: "A code works for 10 minutes. Yours has expired, and we can send you a new one.",
  CODE_TRIES_SPENT: "That was the fifth wrong code, so this request is closed. We can send you a new one.",
  STEP_UP_ENDED: "That code no longer works, so nothing was done. Press the button again and we will send a new one.",
  CHANGE_CODE_ENDED:
    "That code no longer works, so nothing was changed. Confirm it's you again. We have kept what you typed.",
  REAUTHENTICATION_ENDED:
    "You confirmed more than five minutes ago, so nothing was done. Confirm it's you again, then try again.",
  CHALLENGE_FINISHED: "That code was already used. If you are not logged in, ask for a new code.",
  CODE_REJECTED: "That code is wrong or has expired. Check the newest message, or send a new code.",
  CODE_REPLACED:
    "Another request used up your code, so it no longer works. We have sent you a new one. Enter the code from the newest message.",
  CODE_VOID: "Another request used up your code, so it no longer works. Send a new code and enter that one.",
  CODE_MALFORMED: "The code has 6 digits. It's in the message we sent you.",
  TOO_MANY_ATTEMPTS: "That was the fifth wrong code, so this request is closed. Start again to get a new one.",
  PROVIDER_UNAVAILABLE: "We could not check your code just now. It is still valid: try again in a moment.",
  PROVIDER_SILENT: "We could not check your code just now. Try again. If that fails, send a new code.",
  CODES_LATE: "Codes are delayed at the moment. We're working on it. Wait a minute, then send a new code.",
  MAIL_REFUSED: "The mail server for this address refused our message. Check the address, or use another one.",
  PHONE_CODE_REJECTED: "That code is wrong or has expired. Check the newest message, or send a new code.",
  PHONE_CODE_MALFORMED: "The code has 6 digits. It's in the message we sent to your phone.",
  PHONE_REFUSED:
    "We cannot send a text to this number. Go back and use another number, or continue without one: you still get codes by email.",
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
  USERNAME_UNCHANGED: "That is already your username.",
  USERNAME_CHANGES_SPENT: "You have changed your username twice in thirty days, which is the limit. Try again later.",
  USERNAME_CHANGED: "Your username is changed. Others can now take the old one.",
  EMAIL_UNCHANGED: "That is already your email address.",
  MAIL_DOWN:
    "The shop cannot send email right now, and we must tell your old address about the change. Nothing was changed. Try again in a few minutes.",
  EMAIL_TAKEN: "This address belongs to another account, so nothing was changed. Use another address.",
  OLD_EMAIL_REFUSED:
    "Your email address was not changed. We must tell your current address first, and it does not accept our email. Write to the shop.",
  EMAIL_KEPT:
    "This address belonged to another account until a few days ago and is reserved for it. Use another address, or try again in a week.",
  EMAIL_CHANGED:
    "Your email address is changed, and we told both addresses. Other sessions, passkeys, recovery codes and your phone can still open your account.",
  EMAIL_CONFIRMED: "Confirmed. For the next five minutes you can enter your new address.",
  PROFILE_STEP_UP_NEEDED:
    "Nothing was changed. Confirm with a passkey first: your browser needs JavaScript to ask for it.",
  PHONE_UNCHANGED: "That is already your phone number, and it is verified.",
  PHONE_UNREACHED: "We cannot send a text to this number, so it cannot be verified. It stays as it is.",
  PHONE_SAVED: "Your phone number is changed. We cannot send a text to this number, so it stays unverified.",
  PHONE_CHANGED: "Your phone number is verified.",
  PHONE_CONFIRMED: "Confirmed. For the next five minutes you can enter your phone number.",
  ACCOUNT_DISABLED: "This account is closed. Write to the shop if you think that is a mistake.",
  SHOP_UNAVAILABLE: "The shop cannot reach its records right now. Nothing was changed. Try again in a minute.",
  STEP_UP_DONE: "Confirmed. Now press the button again, within five minutes.",
  SESSION_ENDED: "Session ended. That device is logged out.",
  SESSION_GONE: "That session had already ended.",
  OTHER_SESSIONS_ENDED: "You are logged out everywhere except here.",
  PASSKEY_REFUSED: "This passkey was not accepted. Try again, or log in with a code.",
  PASSKEY_NOT_ASKED: "Your browser did not provide a passkey. Try again, or log in with a code.",
  PASSKEYS_UNSUPPORTED: "This browser does not support passkeys. Log in with a code, or use another browser.",
  PASSKEY_STEP_UP_REFUSED: "This passkey was not accepted, so nothing was done. Use one of your own, and try again.",
  PASSKEY_STEP_UP_NEEDED:
    "Nothing was changed. Confirm with a passkey first: your browser needs JavaScript to ask for it.",
  PASSKEY_CONFIRMED: "Confirmed. For the next five minutes you can add a passkey.",
  PASSKEY_REMOVAL_CONFIRMED: "Confirmed. For the next five minutes you can remove a passkey with one press.",
  PASSKEY_ADDED: "Your passkey is added. You can log in with it from now on.",
  PASSKEY_REMOVED:
    "Passkey removed. It no longer works. Existing sessions stay logged in: if you do not have its device, log out everywhere.",
  PASSKEY_RENAMED: "Passkey renamed.",
  LAST_PASSKEY:
    "Nothing was removed. This is your only working passkey, and codes are off. Switch codes on first, then remove it.",
  CODES_OFF: "Codes are off. From now on you log in with a passkey, or with a recovery code.",
  CODES_ON: "Codes are on. You can log in with a code by email again.",
  PASSKEY_NAME_INVALID: "Enter a name for the passkey. Use 1 to 60 characters.",
  PASSKEY_NOT_MADE: "No passkey was added. Try again, and follow your browser's instructions.",
  PASSKEY_LEFT_ON_DEVICE:
    "Your device made a passkey, but the shop could not be reached. Reload this page. If the passkey is not in the list, delete it on your device and add a new one.",
  PASSKEY_KNOWN: "This device already has a passkey for your account.",
  TOO_MANY_PASSKEYS: "You have twenty passkeys, which is the limit. Remove one first.",
  RECOVERY_REFUSED:
    "This email and recovery code do not match, or the code is already used. Check both, or log in another way.",
  RECOVERY_CODE_MALFORMED: "A recovery code has 24 letters and digits, in six groups of four.",
  RECOVERY_STEP_UP_REFUSED:
    "That code is invalid or already used, so nothing was confirmed. Try another code from your list.",
  RECOVERY_CODES_CONFIRMED:
    "Confirmed. For the next five minutes you can make recovery codes with one press. Have paper or a printer ready: we show them once.",
  RECOVERY_CODES_NEED_PASSKEY:
    "No codes were made. Confirm with a passkey first: your browser needs JavaScript to ask for it.",
  RECOVERY_FILE_REFUSED: "These are not your current recovery codes, so there is no file. Make new ones.",
  EXPORT_CONFIRMED: "Confirmed. For the next five minutes you can download your data with one press.",
  EXPORT_STEP_UP_NEEDED: "Nothing was downloaded. Confirm it's you first, then press Download within five minutes.",
  DELETION_CONFIRMED: "Confirmed. For the next five minutes you can delete your account with one press.",
  DELETION_ASKED:
    "Your account is closed and will be deleted in seven days. To keep it, use the link that we are emailing you, or log in.",
  DELETION_NEEDS_PASSKEY:
    "Admins must confirm deletion with a passkey. Ask another admin to reset your passkeys, or to delete your account.",
  LAST_ADMIN: "You are the only admin of this shop, so nothing was done. Make someone else an admin first.",
  RECOVERY_LOGIN:
    "You are logged in, and that recovery code is now used. If you cannot read our emails, add a passkey and change your email address before your codes run out.",
  HAD_ACCOUNT: "You already had an account with this email, so we logged you in.",
} as const;

/** What a page shows in the browser when it could not be made. */
export const failures = {
  heading: "This page could not be shown.",
  lead: "Something went wrong on our side. Nothing you typed was sent twice. Try again in a moment. If that fails, come back later.",
  retry: "Try again",
  outdatedHeading: "This page is out of date.",
  outdatedLead: "The shop was updated while you had it open. Nothing was sent. Reload the page and try again.",
  unreachedHeading: "The shop could not be reached.",
  unreachedLead:
    "Your connection may have dropped. Reload this page when you are online. Before you send it again, check whether it has already arrived.",
  reload: "Reload the page",
  toStorefront: "Go to the storefront",
  number: "If you write to us, mention error number {digest}.",
} as const;

/** Answers that are no pages of Next: limits, what cannot be read, and the shop without its records. */
export const plainPages = {
  toWindow: "Go to the storefront",
  busy: {
    title: "One moment, please",
    minutes:
      "There were too many attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}, after {time}.",
    hours: "There were too many attempts. Try again in {hours, plural, one {# hour} other {# hours}}, after {time}.",
    toBag: "Back to your bag",
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
    toOrders: "Back to your orders",
    toCheckout: "Back to the checkout",
    toData: "Back to your data",
    toDeletion: "Back to deleting your account",
  },
  unavailableTitle: "Back in a moment",
  wrongMethod: {
    title: "Request not supported",
    sentence: "The shop does not support requests of this kind. Nothing was changed.",
  },
  wrongAddress: {
    title: "Page not found",
    sentence: "This address contains characters that no page of the shop has. Check it, or start again.",
  },
  nothingHere: "There is nothing at this address.",
  outdatedForm:
    "The shop was updated while this page was open, so nothing was sent. What you typed is still here: send it again.",
  tooLargeTitle: "Too long",
  tooLarge: "That is more than the shop accepts, so nothing was sent. Go back, shorten what you typed and try again.",
} as const;
