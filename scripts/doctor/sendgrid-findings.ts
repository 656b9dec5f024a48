import { findingsOf } from "@/lib/checks/findings";

/** What `npm run doctor` finds at SendGrid. */
export const sendgridFinding = findingsOf({
  SENDGRID_KEY: [
    "error",
    "SendGrid refuses the key of {variable}.",
    "The shop can do nothing with it: without SENDGRID_API_KEY no mail is sent.",
    "Create a key at https://app.sendgrid.com/settings/api_keys, and put it into {variable}.",
  ],
  SENDGRID_SCOPE_MISSING: [
    "error",
    "SENDGRID_API_KEY lacks the right {scopes}.",
    "Without mail.send no mail is sent; without templates.read Twilio cannot use the template.",
    'Give the key "Mail Send" full access and "Template Engine" read access.',
  ],
  SENDGRID_SCOPES_WIDE: [
    "warning",
    "SENDGRID_API_KEY has {count} rights that the shop does not need, such as {example}.",
    "Who steals it could read or change more than mail.",
    'Run `npm run setup`, or create a restricted key by hand: "Mail Send" full, "Template Engine" read.',
  ],
  SENDGRID_SUPPRESSION_SCOPES: [
    "warning",
    "SENDGRID_SUPPRESSION_KEY lacks the right {scopes}.",
    "Staff cannot see why SendGrid sends nothing to an address, or cannot release it.",
    'Give the key "Suppressions" full access, and nothing else.',
  ],
  SENDGRID_TEMPLATE_UNKNOWN: [
    "error",
    "The template of SENDGRID_TEMPLATE_ID is not in this SendGrid account.",
    "No code can be sent, so nobody can log in or register.",
    "Run `npm run setup`, or copy the id from https://mc.sendgrid.com/dynamic-templates into SENDGRID_TEMPLATE_ID.",
  ],
  SENDGRID_TEMPLATE_INACTIVE: [
    "error",
    "The template of SENDGRID_TEMPLATE_ID has no active version.",
    "No code can be sent, so nobody can log in or register.",
    "Activate a version at https://mc.sendgrid.com/dynamic-templates.",
  ],
  SENDGRID_TEMPLATE_PLACEHOLDER: [
    "error",
    "The {part} of the active version has no {{twilio_code}}.",
    "Readers of that part get a mail without a code.",
    "Paste emulator/templates/{file} into the version again.",
  ],
  SENDGRID_TEMPLATE_TRACKING: [
    "error",
    'A link in the template has no clicktracking="off".',
    "SendGrid then leads readers through its servers, which learn the code.",
    "Paste emulator/templates/code-mail.html into the version again.",
  ],
  SENDGRID_TEMPLATE_DIFFERS: [
    "warning",
    "The active version differs from the files of this version in: {parts}.",
    "Words that the shop sends may have no place in the mail, or places stay empty.",
    "Run `npm run setup`, or paste the files of emulator/templates again. If you changed them on purpose, ignore this.",
  ],
  SENDGRID_TEXT_TRACKING: [
    "error",
    "SendGrid's click tracking also rewrites links in plain text.",
    "Its servers learn the code of each link in the code mail.",
    'Switch "plain text" off under https://app.sendgrid.com/settings/tracking.',
  ],
  SENDGRID_SENDER_UNVERIFIED: [
    "error",
    "Neither SENDGRID_FROM_EMAIL nor its domain is verified at SendGrid.",
    "SendGrid refuses every mail from it.",
    "Authenticate the domain or verify the sender at https://app.sendgrid.com/settings/sender_auth.",
  ],
  SENDGRID_DOMAIN_UNVERIFIED: [
    "warning",
    "Only the sender is verified at SendGrid, and not its domain.",
    "Mail without SPF and DKIM of your domain often lands in spam.",
    "Authenticate the domain at https://app.sendgrid.com/settings/sender_auth.",
  ],
  SENDGRID_WEBHOOK_MISSING: [
    "warning",
    "No Event Webhook of SendGrid posts to {path} of this shop.",
    "The code page cannot say that a mail was refused, and the dashboard counts no failed mail.",
    "Run `npm run setup`, or create it at https://app.sendgrid.com/settings/mail_settings/webhook_settings.",
  ],
  SENDGRID_WEBHOOK_OFF: [
    "warning",
    "The Event Webhook of this shop is switched off.",
    "The code page cannot say that a mail was refused, and the dashboard counts no failed mail.",
    "Enable it at https://app.sendgrid.com/settings/mail_settings/webhook_settings.",
  ],
  SENDGRID_WEBHOOK_EVENTS: [
    "warning",
    "The Event Webhook of this shop does not send {events}.",
    "The shop learns nothing of such mail.",
    "Add these events at https://app.sendgrid.com/settings/mail_settings/webhook_settings.",
  ],
  SENDGRID_WEBHOOK_UNSIGNED: [
    "error",
    "The Event Webhook of this shop is not signed.",
    "The shop refuses every post of it.",
    'Enable "Signed Event Webhook", and put its verification key into SENDGRID_WEBHOOK_PUBLIC_KEY.',
  ],
  SENDGRID_WEBHOOK_KEY: [
    "error",
    "SENDGRID_WEBHOOK_PUBLIC_KEY is not the verification key of the Event Webhook.",
    "The shop refuses every post of it, and SendGrid repeats them for a day.",
    "Copy the verification key of the webhook into SENDGRID_WEBHOOK_PUBLIC_KEY.",
  ],
  SENDGRID_WEBHOOK_KEY_MISSING: [
    "warning",
    "There is a signed Event Webhook, and SENDGRID_WEBHOOK_PUBLIC_KEY is not set.",
    "The shop answers 404 to its posts.",
    "Copy the verification key of the webhook into SENDGRID_WEBHOOK_PUBLIC_KEY.",
  ],
  SENDGRID_SUPPRESSED: [
    "error",
    "SendGrid sends nothing to the address of --email: it is in the list of {lists}.",
    "Its owner gets no code and no notice.",
    "Remove it from the list at https://app.sendgrid.com/suppressions.",
  ],
  SENDGRID_ACCOUNT_HIDDEN: [
    "unchecked",
    "SENDGRID_API_KEY may not read {parts}, which is as it should be.",
    "Doctor could not compare them with the shop's settings.",
    "Run doctor with a full-access key in SENDGRID_SETUP_KEY, for this one run only.",
  ],
});
