import { createInterface } from "node:readline/promises";
import { createEmulatorClient } from "@/emulator/client";
import { messageLinks } from "@/emulator/inbox/list-view";

type Mail = {
  text: string;
  links: string[];
  /** Not truncated. */
  isWhole: boolean;
};

export type Inbox = {
  /** ISO, or null where the reader knows the newest mail. */
  now(): Promise<string | null>;
  /** From a mail after `since`. Throws if none came. */
  readCode(address: string, since: string | null): Promise<string>;
  readMail(address: string): Promise<Mail | null>;
  /** Comparisons at Twilio so far; null if unknown. */
  countComparisons(address: string): Promise<number | null>;
};

export function emulatorInbox(url: string): Inbox {
  const emulator = createEmulatorClient(url);
  return {
    now: () => emulator.now(),
    readCode: (address, since) => emulator.latestCode(address, { after: since ?? undefined, timeoutMs: 15_000 }),
    async readMail(address) {
      const mail = await emulator.waitForMessage({ to: address, timeoutMs: 15_000 });
      const newest = (await emulator.messages({ to: address }))[0] ?? mail;
      return {
        text: `${newest.subject}\n${newest.text}\n${newest.html ?? ""}`,
        links: messageLinks(newest),
        isWhole: true,
      };
    },
    async countComparisons(address) {
      const entries = await emulator.journal({ to: address });
      return entries.filter(({ path }) => path.endsWith("/VerificationCheck")).length;
    },
  };
}

/** Asks the operator, who has the mailbox open. */
export function manualInbox(): Inbox {
  const ask = async (question: string): Promise<string> => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return (await terminal.question(question)).trim();
    } finally {
      terminal.close();
    }
  };
  return {
    now: async () => null,
    async readCode(address) {
      for (;;) {
        const code = (await ask(`The code in the newest mail to ${address}: `)).replace(/[\s-]/g, "");
        if (/^\d{6}$/.test(code)) return code;
      }
    },
    async readMail(address) {
      const links = await ask(`All links in the newest mail to ${address}, with spaces between (Enter for none): `);
      const given = links.split(/\s+/).filter((link) => URL.canParse(link));
      return given.length === 0 ? null : { text: links, links: given, isWhole: false };
    },
    countComparisons: async () => null,
  };
}
