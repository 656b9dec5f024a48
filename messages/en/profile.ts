/** The pages on which a member changes username, email and phone number. */
export default {
  save: "Save",
  saving: "Saving…",
  sendCode: "Send code",
  sending: "Sending…",
  username: {
    title: "Change your username",
    lead: "You can do so twice in thirty days. Your old name is free at once.",
    closedUntil: "You can change it again from {at}",
  },
  email: {
    waiting:
      "We could not reach your old mailbox yet. Your email will change to <ltr>{email}</ltr> as soon as that mail is out. Stay logged in until then.",
    title: "Change your email address",
    lead: "Your codes go to <ltr>{email}</ltr> now.",
    label: "New email",
    hint: "We send a code there. Your address changes when you have entered it.",
    start: "Change email",
    steps: {
      proof: "You confirm that it is you, and enter a code that we send to the new address.",
      undo: "We tell both addresses. For seven days a link in the mail to the old one takes the change back.",
      old: "Codes and links in mails to the old address stop working. Passkeys stay.",
    },
  },
  phone: {
    title: "Change your phone number",
    leadVerified: "We have <ltr>{phone}</ltr>, verified.",
    leadUnverified: "We have <ltr>{phone}</ltr>, not verified.",
    start: "Change number",
    startUnverified: "Verify or change number",
    steps: {
      proof: "You confirm that it is you, and enter a code that we send to the number by text message.",
      proofWithoutTexts: "You confirm that it is you. The shop sends no text messages, so the number stays unverified.",
      told: "We tell you by email, and not the number.",
    },
  },
} as const;
