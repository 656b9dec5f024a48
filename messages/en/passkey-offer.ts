/** Offered once after a login by code, by /api/me, to those whose device can hold a passkey. */
export default {
  label: "Passkey",
  title: "No code next time?",
  lead: "With a passkey you log in by your fingerprint, your face or the PIN of this device.",
  add: "Add a passkey",
  decline: "Not now",
} as const;
