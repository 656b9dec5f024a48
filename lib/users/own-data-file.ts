import { keptDays } from "@/lib/kept-days";
import type { OwnData } from "./own-data";

type Part = Exclude<keyof OwnData, "readAt">;

/** Records that are put into words at a time: what memory holds of the text. */
const batchSize = 500;

/** What each part of the file is, and how long the shop keeps it (docs/security.md). */
export const partWords: Record<Part, { what: string; kept: string }> = {
  profile: { what: "Your details, as you gave them or staff changed them.", kept: "Until the account is deleted." },
  sessions: {
    what: "Browsers that are logged in, or that were and did not log out. A proof is the confirmation of a sensitive act, and counts for five minutes.",
    kept: `Until it is ended, and ${keptDays.session} days at most.`,
  },
  knownBrowsers: {
    what: "Browsers that have logged in to your account, so that a login from another one is told to you. The key that is in the browser's cookie is kept as a hash, which is not shown here.",
    kept: `While a session in it is left, and ${keptDays.knownBrowser} days after its last login.`,
  },
  passkeys: {
    what: "Your passkeys. The public keys and the numbers that belong to them are not shown here: they say nothing about you.",
    kept: "Until you remove it.",
  },
  recoveryCodes: {
    what: "Your recovery codes: when each was made and used. The codes themselves are kept as keyed hashes, which are not shown here.",
    kept: "Until you make new ones, or report a browser that made or used one.",
  },
  accessForNewAddress: {
    what: "What staff began because they were told that you had lost every way into the account. Why they did it is for staff.",
    kept: "Until it is done or stopped.",
  },
  linkedAccounts: { what: "Logins by other services. The shop offers none so far.", kept: "Until you remove it." },
  emailChanges: {
    what: "Email addresses that you exchanged for another, while the change can be undone.",
    kept: `${keptDays.emailChange} days.`,
  },
  codeRequests: {
    what: "Requests for a code to your email address, in whoever's browser they were made, and those that you made for a new address or your phone. The shop never has the codes: Twilio makes and compares them.",
    kept: `${keptDays.challenge} days.`,
  },
  auditTrail: {
    what: "What was done to your account or by you, with masked addresses. Of what staff did it does not show from where, and of what you did to others not to whom. What was asked for in your name before anybody had logged in is in the trail without your name, and cannot be found again for you.",
    kept: `${keptDays.auditEvent} days after each entry, also when the account is deleted.`,
  },
};

/**
 * The file in which a user gets all that the shop holds about them: JSON in UTF-8, with a word about each part. `shop`
 * is its name and address. Made piece by piece, as the receiver takes it.
 */
export function ownDataStream(data: OwnData, shop: string): ReadableStream<Uint8Array> {
  const pieces = writePieces(data, shop);
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    cancel() {
      pieces.return();
    },
  });
}

function* writePieces({ readAt, ...parts }: OwnData, shop: string): Generator<string, void, void> {
  const about = {
    what: `Everything that ${shop} holds about you, as it was at one moment. Times are in UTC.`,
    readAt,
    notHere: [
      "Limits on how often something may be done: they are counted under keyed hashes, and nobody can read from them whose they are.",
      "Cookies and keys, and hashes of them: with some of them one could log in as you.",
      "What Twilio and SendGrid keep of the messages that they carried for the shop.",
    ],
  };
  yield `{\n"about": ${JSON.stringify(about, null, 2)}`;
  for (const name of Object.keys(partWords) as Part[]) {
    const { what, kept } = partWords[name];
    yield `,\n"${name}": {\n  "what": ${JSON.stringify(what)},\n  "kept": ${JSON.stringify(kept)},\n`;
    const part = parts[name];
    if (!Array.isArray(part)) yield `  "record": ${JSON.stringify(part, null, 2)}\n}`;
    else {
      yield '  "records": [';
      yield* writeRecords(part);
      yield "]\n}";
    }
  }
  yield "\n}\n";
}

function* writeRecords(records: readonly unknown[]): Generator<string, void, void> {
  for (let start = 0; start < records.length; start += batchSize) {
    const texts = records.slice(start, start + batchSize).map((record) => JSON.stringify(record, null, 2));
    yield `${start === 0 ? "\n" : ",\n"}${texts.join(",\n")}`;
  }
}
