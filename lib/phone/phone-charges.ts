import { phoneSpellings } from "@/lib/identifier";
import type { Charge } from "@/lib/limits/consume";

/** How many of a number's last digits its prefix leaves out: numbers are handed out in blocks of ten thousand. */
const blockDigits = 4;

/**
 * What one message to a phone (E.164) costs, by text, WhatsApp or call. The block of numbers counts because whoever is
 * paid for messages holds a range of them (https://www.twilio.com/docs/glossary/what-is-sms-pumping-fraud).
 */
export function phoneCharges(phone: string, userId: string): Charge[] {
  // Of two forms of a number the same one, so that they count together.
  const line = phoneSpellings(phone).sort()[0] ?? phone;
  return [
    { policy: "send.phone.user.day", subject: userId },
    { policy: "send.phone.number.short", subject: line },
    { policy: "send.phone.number.day", subject: line },
    { policy: "send.phone.prefix.day", subject: line.slice(0, -blockDigits) },
    { policy: "send.phone.all.day", subject: "all" },
  ];
}
