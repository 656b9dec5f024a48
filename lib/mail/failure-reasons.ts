import { storable } from "@/lib/typed-text";

/** Why a mail failed, as the dashboard counts it. */
export const failureReasons = [
  "suppressed",
  "unknown_mailbox",
  "unknown_domain",
  "mailbox_unavailable",
  "distrusted",
  "technical",
  "deferred",
  "spam_report",
  "other",
] as const;

export type FailureReason = (typeof failureReasons)[number];

type Failure = {
  event: string;
  bounce_classification?: string | undefined;
  /** Enhanced status code (RFC 3463). */
  status?: string | undefined;
  reason?: string | undefined;
};

/** twilio.com/docs/sendgrid/glossary/drops */
const suppressedReasons = new Set(["Bounced Address", "Spam Reporting Address", "Unsubscribed Address", "Invalid"]);

/** twilio.com/docs/sendgrid/ui/analytics-and-reporting/bounce-and-block-classifications */
const classifications: [RegExp, FailureReason][] = [
  [/^Invalid/, "unknown_mailbox"],
  [/^Mailbox/, "mailbox_unavailable"],
  [/^(?:Content|Reputation|Frequency)/, "distrusted"],
  [/^Technical/, "technical"],
];

/** RFC 3463, 3.2 to 3.8: the second and third number. First match wins. */
const statuses: [RegExp, FailureReason][] = [
  [/^\d\.(?:1\.2|1\.10|4\.4)$/, "unknown_domain"],
  [/^\d\.1\./, "unknown_mailbox"],
  [/^\d\.2\./, "mailbox_unavailable"],
  [/^\d\.7\./, "distrusted"],
  [/^\d\.[345]\./, "technical"],
];

export function failureReasonOf({
  event,
  bounce_classification = "",
  status = "",
  reason = "",
}: Failure): FailureReason {
  if (event === "deferred") return "deferred";
  if (event === "spamreport") return "spam_report";
  if (event === "dropped") return suppressedReasons.has(reason) ? "suppressed" : "other";
  const byStatus = statuses.find(([pattern]) => pattern.test(status))?.[1];
  // SendGrid calls both an invalid address.
  if (byStatus === "unknown_domain" || /\bmx info\b|\bdomain\b.*\bunknown\b/i.test(reason)) return "unknown_domain";
  const byClass = classifications.find(([pattern]) => pattern.test(bounce_classification))?.[1];
  return byClass ?? byStatus ?? "other";
}

const longestReply = 300;

/** Begins where a word does: tried at each letter of a foreign server's reply, it would take quadratic time. */
const addresses = /(?<![^\s<>()[\]"',;:])[^\s<>()[\]"',;:]*@[^\s<>()[\]"',;]+/g;

/** What a mail server answered, on one line, without any address, nor the recipient's name in it. */
export function cleanReply(text: string, email: string): string {
  const [local = ""] = email.split("@");
  const named = local.length < 3 ? text : text.replaceAll(new RegExp(escapePattern(local), "gi"), "•••");
  const cleaned = named
    .replace(addresses, "•••")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  // The cut may leave half of a surrogate pair, which PostgreSQL refuses.
  return storable(cleaned.slice(0, longestReply));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
