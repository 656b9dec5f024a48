/**
 * The mail that carries a one-time code. Twilio makes the code, so no sentence holds it: the template puts it in front of
 * `isYourCode` and `isYourOneTimeCode` (emulator/templates/code-mail.html).
 */
export default {
  isYourCode: "is your {shop} code",
  isYourOneTimeCode: "is your one-time code for {domain}.",
  heading: "This is your one-time code.",
  confirms: "It confirms: {act}.",
  life: "It works for {minutes, plural, one {# minute} other {# minutes}} and only once.",
  where: "Type it on {domain} and nowhere else.",
  never: "{shop} will never ask you for it by phone, chat or mail.",
  fillIn: "Fill in the code for me",
  fillInHow: "Works in the browser that asked for the code. It only fills the code in: you press Verify.",
  fillInByLink: "Fill it in by link, in the browser that asked for it (you still press Verify):",
  askedFrom: "Asked from",
  when: "When",
  ifNot: "Not you? Then you need not do anything: without this code nobody gets in. Do not pass it on.",
  end: "To end the request at once:",
  endByLink: 'To end the request at once, open "This was not me":',
  why: "Sent because someone entered this address on {domain}.",
} as const;
