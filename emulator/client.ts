import type { AccountNames } from "@/emulator/accounts/add-account";
import type { JournalEntry, Settings } from "@/emulator/state/emulator-state";
import type { FaultOrder, FaultPreset, FaultRule } from "@/emulator/state/fault-rule";
import type { DeliveryOutcome, InboxMessage } from "@/emulator/state/mailroom";

export type WaitOptions = {
  to: string;
  subject?: string;
  /** The id of a message or an ISO time: only what came later. */
  after?: string;
  timeoutMs?: number;
};

const defaultWaitMs = 5_000;

/** What tests ask of a running emulator: codes, waiting, time and faults. */
export function createEmulatorClient(url: string) {
  async function call(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(new URL(path, url), {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (response.ok) return response;
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  }

  function query(path: string, values: Record<string, string | number | undefined>): string {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    return given.length === 0
      ? path
      : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
  }

  return {
    /**
     * The code this address can use now; waits for one that is still on its way, so a code of an earlier login is not
     * mistaken for it. If none comes in time: the newest code there is, used or not.
     */
    async latestCode(to: string, options: { after?: string; timeoutMs?: number } = {}): Promise<string> {
      const { after, timeoutMs = defaultWaitMs } = options;
      const wait = query("/emulator/messages/wait", { to, after, timeoutMs, hasCode: "true", isUsable: "true" });
      const { ok: isUsable } = await fetch(new URL(wait, url));
      const usable = isUsable ? { isUsable: "true" } : {};
      const newest = await call("GET", query("/emulator/messages/latest-code", { to, after, ...usable }));
      return ((await newest.json()) as { code: string }).code;
    },
    /** The oldest message that matches, as soon as there is one. */
    async waitForMessage({ timeoutMs = defaultWaitMs, ...filter }: WaitOptions): Promise<InboxMessage> {
      const response = await call("GET", query("/emulator/messages/wait", { ...filter, timeoutMs }));
      return (await response.json()) as InboxMessage;
    },
    /** Everything that arrived, newest first. */
    async messages(filter: { to?: string; subject?: string; after?: string } = {}): Promise<InboxMessage[]> {
      return (await (await call("GET", query("/emulator/messages", filter))).json()) as InboxMessage[];
    },
    /** Empties the inbox, or one address's part of it. */
    async clear(to?: string): Promise<void> {
      await call("DELETE", query("/emulator/messages", { to }));
    },
    /** Lets time pass for everyone, or with `to` for one address alone (safe beside parallel tests). */
    async advanceClock(ms: number, to?: string): Promise<void> {
      await call("POST", "/emulator/clock/advance", { ms, to });
    },
    /** Stops the clock, here or at an ISO time, until `resumeClock`. */
    async freezeClock(at?: string): Promise<void> {
      await call("POST", "/emulator/clock/freeze", { at });
    },
    /** Lets the clock run on from where it stands. */
    async resumeClock(): Promise<void> {
      await call("POST", "/emulator/clock/resume", {});
    },
    /** The emulator's time as an ISO text. */
    async now(): Promise<string> {
      return ((await (await call("GET", "/emulator/clock")).json()) as { now: string }).now;
    },
    /** Back to the machine's own time. */
    async resetClock(): Promise<void> {
      await call("DELETE", "/emulator/clock");
    },
    /** Makes requests fail. Give `match.to` an address of your own where tests run in parallel. */
    async addFault(fault: FaultOrder | { preset: FaultPreset; to?: string; times?: number }): Promise<FaultRule> {
      return (await (await call("POST", "/emulator/faults", fault)).json()) as FaultRule;
    },
    /** Removes one rule by its id, or all. */
    async clearFaults(id?: string): Promise<void> {
      await call("DELETE", id === undefined ? "/emulator/faults" : `/emulator/faults/${id}`);
    },
    /** What was asked of the vendors, oldest first, without codes and keys. */
    async journal(filter: { to?: string; path?: string } = {}): Promise<JournalEntry[]> {
      return (await (await call("GET", query("/emulator/journal", filter))).json()) as JournalEntry[];
    },
    /** A tenant of one's own, ready to send: its names and secrets. */
    async addAccount(names: Partial<AccountNames> = {}): Promise<AccountNames> {
      return (await (await call("POST", "/emulator/accounts", names)).json()) as AccountNames;
    },
    /** Has a text for SMS registered, as Twilio's Support does; gives its sid. It has `{{code}}` in it. */
    async addMessageTemplate(
      accountSid: string,
      template: { friendlyName: string; text: string; translations?: Record<string, string> },
    ): Promise<string> {
      const answer = await call("POST", `/emulator/accounts/${accountSid}/templates`, template);
      return ((await answer.json()) as { sid: string }).sid;
    },
    /**
     * What only the Consoles can change: `credits`, `verifiedDomains`, `sendgridKeys`; and which numbers are blocked,
     * by their beginnings: `fraudGuardPrefixes` (60410), `geoBlockedPrefixes` (60605).
     */
    async changeAccount(accountSid: string, change: Record<string, unknown>): Promise<void> {
      await call("PATCH", `/emulator/accounts/${accountSid}`, change);
    },
    /** What only Console or Support can change of a service: `mailerSid`, `disabledChannels`, `codeLifetimeMs`. */
    async changeService(accountSid: string, serviceSid: string, change: Record<string, unknown>): Promise<void> {
      await call("PATCH", `/emulator/accounts/${accountSid}/services/${serviceSid}`, change);
    },
    /** Decides what becomes of mails to these addresses; `*` stands for anything. */
    async setDelivery(to: string, outcome: DeliveryOutcome): Promise<void> {
      await call("POST", "/emulator/delivery-rules", { to, outcome });
    },
    /** Chooses between readings of Twilio's documentation. */
    async changeSettings(settings: Partial<Settings>): Promise<void> {
      await call("PATCH", "/emulator/settings", settings);
    },
    /** Keeps the whole state; the answer undoes everything since. */
    async snapshot(): Promise<() => Promise<void>> {
      const { id } = (await (await call("POST", "/emulator/snapshots")).json()) as { id: string };
      return async () => {
        await call("POST", `/emulator/snapshots/${id}/restore`);
      };
    },
    /** Forgets everything; with a seed, ids and codes are the same after each reset. */
    async reset(seed?: number): Promise<void> {
      await call("POST", "/emulator/reset", { seed });
    },
  };
}

export type EmulatorClient = ReturnType<typeof createEmulatorClient>;
