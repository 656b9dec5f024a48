import type { SendgridAccount } from "./sendgrid-account";

/**
 * True if mail may be sent from this address: a verified single sender or an authenticated domain.
 * @see https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity
 */
export function isVerifiedSender(sendgrid: SendgridAccount, email: string): boolean {
  const address = email.toLowerCase();
  const domain = address.split("@")[1] ?? "";
  if (sendgrid.verifiedDomains.includes(domain)) return true;
  return [...sendgrid.senders.values()].some((sender) => sender.verified && sender.fromEmail.toLowerCase() === address);
}
