/** The fields of the shop's forms, and what is wrong with what was typed: the faults of lib/http/field-errors.ts. */
export default {
  username: { label: "Username", hint: "Shown in the shop. Letters, digits, dots, dashes, underscores." },
  email: { label: "Email" },
  phone: {
    label: "Phone number",
    hint: "Such as +44 20 7946 0018. For {country} numbers the country code may be left out.",
  },
  recoveryCode: {
    label: "Recovery code",
    hint: "24 letters and digits. Dashes, spaces and small letters do not matter.",
  },
  USERNAME_EMPTY: "Choose a username.",
  USERNAME_MALFORMED: "Use 3 to 30 letters, digits, dots, dashes or underscores, beginning with a letter.",
  USERNAME_RESERVED: "This name is reserved for the shop. Choose another one.",
  EMAIL_EMPTY: "Enter your email address.",
  EMAIL_MALFORMED: "This does not look like an email address. Example: name@example.com",
  EMAIL_BEYOND_ASCII:
    "We cannot send mail to an address with letters such as é or 用 before the @. Enter another address.",
  PHONE_EMPTY: "Enter your phone number.",
  PHONE_MALFORMED: "This does not look like a phone number. With a country code it always works: +44 20 7946 0018",
} as const;
