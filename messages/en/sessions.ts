/** Where somebody is logged in, and how that is ended. */
export default {
  lead: "Each browser that can open your account right now.",
  thisBrowser: "This browser",
  times: "Logged in {at} {how}, last seen {seen}.",
  timesFromPlace: "Logged in {at} {how} in {place}, last seen {seen}.",
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
    "“Log out everywhere” ends this session, too: you log in again with a code or a passkey. Passkeys stay. If one is not yours, or its device is lost, remove it first.",
} as const;
