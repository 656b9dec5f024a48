import { expect, it } from "vitest";
import { cleanReply, failureReasonOf } from "./failure-reasons";

it.each([
  ["a dropped mail to a listed address", { event: "dropped", reason: "Bounced Address" }, "suppressed"],
  ["a dropped mail to a listed address", { event: "dropped", reason: "Spam Reporting Address" }, "suppressed"],
  ["a dropped mail for another reason", { event: "dropped", reason: "Spam Content" }, "other"],
  [
    "SendGrid's class",
    { event: "bounce", bounce_classification: "Invalid Address", status: "5.1.1" },
    "unknown_mailbox",
  ],
  [
    "an unknown domain",
    { event: "bounce", bounce_classification: "Invalid Address", status: "5.1.2" },
    "unknown_domain",
  ],
  ["a domain without mail", { event: "bounce", reason: "unable to get mx info: failed to get IPs" }, "unknown_domain"],
  ["a full mailbox", { event: "bounce", bounce_classification: "Mailbox Unavailable" }, "mailbox_unavailable"],
  ["a doubtful sender", { event: "bounce", bounce_classification: "Reputation", status: "5.0.0" }, "distrusted"],
  [
    "a status alone",
    { event: "bounce", bounce_classification: "Unclassified", status: "5.2.2" },
    "mailbox_unavailable",
  ],
  ["a policy's status", { event: "bounce", status: "5.7.1" }, "distrusted"],
  ["a network's status", { event: "bounce", status: "4.4.7" }, "technical"],
  ["no explanation", { event: "bounce" }, "other"],
  ["a mail that waits", { event: "deferred", status: "4.2.2" }, "deferred"],
  ["a reader's report", { event: "spamreport" }, "spam_report"],
] as const)("names why a mail failed by %s", (_, event, reason) => {
  expect(failureReasonOf(event)).toBe(reason);
});

it.each([
  ["550 5.1.1 <Ada.Love@example.com>: Recipient rejected", "550 5.1.1 <•••>: Recipient rejected"],
  ["550 no user ada.love here;\r\nsee postmaster@example.com", "550 no user ••• here; see •••"],
  ["550 mailto:ada.love@example.com", "550 mailto:•••"],
  ["x".repeat(400), "x".repeat(300)],
])("keeps no address of a reply: %s", (reply, kept) => {
  expect(cleanReply(reply, "ada.love@example.com")).toBe(kept);
});

it("keeps words that only look like a short name", () => {
  expect(cleanReply("550 a mailbox", "a@example.com")).toBe("550 a mailbox");
});
