import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { maskEmail } from "@/lib/identifier";
import { keptDays, orderKeptYears } from "@/lib/retention";
import {
  type Pages,
  pageSize,
  readAuditTrail,
  readCodeRequests,
  readDevices,
  readMails,
  readOrders,
  readSessions,
} from "./own-data-lists";
import { mapPersonFields } from "./person-fields";

/** The profile as read, and lists still to be read. */
export type OwnData = NonNullable<Awaited<ReturnType<typeof readOwnData>>>;

/** All data about a user, in `locale`, without secrets and others' data; null if unknown. */
export async function readOwnData(userId: string, sessionId: string, locale: Locale) {
  const profile = await db().user.findUnique({ where: { id: userId }, select: profileFields });
  if (profile === null) return null;
  return {
    readAt: new Date(),
    profile,
    sessions: readSessions(userId, sessionId),
    trustedDevices: readDevices(userId),
    passkeys: inOnePage(() =>
      db().authenticator.findMany({ where: { userId }, orderBy: { createdAt: "desc" }, select: passkeyFields }),
    ),
    recoveryCodes: inOnePage(() =>
      db().recoveryCode.findMany({
        where: { userId },
        orderBy: { usedAt: "asc" },
        select: { createdAt: true, usedAt: true },
      }),
    ),
    accessForNewAddress: inOnePage(() => readRecovery(userId)),
    linkedAccounts: inOnePage(() =>
      db().account.findMany({ where: { userId }, take: pageSize, select: { provider: true, type: true } }),
    ),
    emailChanges: inOnePage(() =>
      db().emailChange.findMany({
        where: { userId },
        orderBy: { at: "desc" },
        take: pageSize,
        select: { oldEmail: true, at: true, undoableUntil: true, undoneAt: true },
      }),
    ),
    orders: readOrders(userId),
    mails: readMails(userId),
    bag: inOnePage(() => readBagItems(userId)),
    codeRequests: readCodeRequests(profile),
    auditTrail: readAuditTrail(userId, locale),
  };
}

/** For lists that a limit keeps short. */
async function* inOnePage<Row>(read: () => Promise<Row[]>): Pages<Row> {
  yield await read();
}

const profileFields = {
  id: true,
  ...mapPersonFields(() => true as const),
  emailVerified: true,
  phoneVerified: true,
  role: true,
  createdAt: true,
  updatedAt: true,
  lastLoginAt: true,
  firstPasskeyAt: true,
  passkeyOfferDeclinedAt: true,
  passkeysOnlyAt: true,
  locale: true,
  timeZone: true,
} as const;

const passkeyFields = {
  name: true,
  createdAt: true,
  addedUserAgent: true,
  lastUsedAt: true,
  credentialDeviceType: true,
  credentialBackedUp: true,
  transports: true,
  cloneSuspectedAt: true,
} as const;

/** Masked: the asker may be someone else. */
async function readRecovery(userId: string) {
  const begun = await db().accountRecovery.findMany({
    where: { userId },
    select: { newEmail: true, startedAt: true },
  });
  return begun.map(({ newEmail, startedAt }) => ({ newEmail: maskEmail(newEmail), startedAt }));
}

async function readBagItems(userId: string) {
  const items = await db().bagItem.findMany({
    where: { bag: { userId } },
    orderBy: { addedAt: "desc" },
    select: {
      quantity: true,
      addedAt: true,
      priceCents: true,
      memberPriceCents: true,
      product: { select: { slug: true } },
    },
  });
  return items.map(({ product, ...item }) => ({ product: product.slug, ...item }));
}

type Part = Exclude<keyof OwnData, "readAt">;

type Shop = { name: string; domain: string };

/** In order, with the days each is kept. */
export const ownDataParts = {
  profile: null,
  sessions: keptDays.session,
  trustedDevices: keptDays.trustedDevice,
  passkeys: null,
  recoveryCodes: null,
  accessForNewAddress: null,
  linkedAccounts: null,
  emailChanges: keptDays.emailChange,
  orders: null,
  mails: keptDays.outboxMail,
  bag: null,
  codeRequests: keptDays.challenge,
  auditTrail: keptDays.auditEvent,
} as const satisfies Record<Part, number | null>;

/** All data about a user as JSON in UTF-8, explained in `locale`, streamed as the receiver reads. */
export function ownDataStream(data: OwnData, shop: Shop, locale: Locale): ReadableStream<Uint8Array> {
  const pieces = writePieces(data, shop, locale);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}

async function* writePieces(
  { readAt, ...parts }: OwnData,
  shop: Shop,
  locale: Locale,
): AsyncGenerator<string, void, void> {
  const t = translator(locale, "ownData");
  const about = {
    what: t("file.what", { shop: shop.name, domain: shop.domain }),
    readAt,
    notHere: [t("file.notHere.limits"), t("file.notHere.keys"), t("file.notHere.providers")],
  };
  yield `{\n"about": ${JSON.stringify(about, null, 2)}`;
  for (const [name, days] of Object.entries(ownDataParts) as [Part, number | null][]) {
    const what = t(`file.parts.${name}.what`);
    const kept = t(`file.parts.${name}.kept`, { days: days ?? 0, years: orderKeptYears });
    yield `,\n"${name}": {\n  "what": ${JSON.stringify(what)},\n  "kept": ${JSON.stringify(kept)},\n`;
    const part = parts[name];
    if (!(Symbol.asyncIterator in part)) yield `  "record": ${JSON.stringify(part, null, 2)}\n}`;
    else {
      yield '  "records": [';
      yield* writeRecords(part);
      yield "]\n}";
    }
  }
  yield "\n}\n";
}

async function* writeRecords(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string, void, void> {
  let isFirst = true;
  for await (const records of pages) {
    if (records.length === 0) continue;
    yield `${isFirst ? "\n" : ",\n"}${records.map((record) => JSON.stringify(record, null, 2)).join(",\n")}`;
    isFirst = false;
  }
}
