import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { keptDays } from "@/lib/retention";
import type { OwnData } from "./own-data";

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
  mails: keptDays.outboxMail,
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
    const kept = t(`file.parts.${name}.kept`, { days: days ?? 0 });
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
