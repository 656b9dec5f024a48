import { isolate, writeMoney } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { linkToShop, mailNotice, type Recipient, staffFacts } from "./mail-notice";
import type { MailFacts } from "./outbox";

type OrderMail = MailFacts["order"] & { to: Recipient; at: Date };

/** What happened to an order, with its lines as bought. Without the delivery address, which a mailbox need not have. */
export async function sendOrderMail({ to, at, act, reason, number, lines, totalCents, currency }: OrderMail) {
  const t = translator(to.locale, "orderMails");
  const facts = { ...staffFacts(to, at), number: String(number) };
  const written = lines.map(({ name, quantity, unitPriceCents }) =>
    t("line", {
      quantity: String(quantity),
      name: isolate(name, to.locale),
      price: isolate(writeMoney(quantity * unitPriceCents, to.locale, currency), to.locale),
    }),
  );
  const heading = t(`${act}.heading`, facts);
  return await mailNotice(`order-${act}`, to, {
    heading,
    paragraphs: [
      t(`${act}.what`, facts),
      ...(reason === null ? [] : [t("reason", { reason: isolate(reason, to.locale) })]),
      ...written,
      t("total", { price: isolate(writeMoney(totalCents, to.locale, currency), to.locale) }),
      t(`${act}.next`),
    ],
    links: [{ label: t("see"), path: `/account/orders/${number}` }, linkToShop(to, heading)],
  });
}
