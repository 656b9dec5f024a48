import type { AccountNames } from "@/emulator/accounts/add-account";
import type { SuppressionKind } from "@/emulator/state/account";
import type { JournalEntry, Settings } from "@/emulator/state/emulator-state";
import type { FaultOrder, FaultPreset, FaultRule } from "@/emulator/state/fault-rule";
import type { DeliveryOutcome, InboxMessage } from "@/emulator/state/mailroom";

export type WaitOptions = {
  to: string;
  subject?: string;
  /** A message id or ISO time, exclusive. */
  after?: string;
  timeoutMs?: number;
};

const defaultWaitMs = 5_000;

/** For tests. */
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
    /** Waits for a usable code, so that an earlier one is not taken for it; on timeout gives the newest. */
    async latestCode(to: string, options: { after?: string; timeoutMs?: number } = {}): Promise<string> {
      const { after, timeoutMs = defaultWaitMs } = options;
      const wait = query("/emulator/messages/wait", { to, after, timeoutMs, hasCode: "true", isUsable: "true" });
      const { ok: isUsable } = await fetch(new URL(wait, url));
      const usable = isUsable ? { isUsable: "true" } : {};
      const newest = await call("GET", query("/emulator/messages/latest-code", { to, after, ...usable }));
      return ((await newest.json()) as { code: string }).code;
    },
    /** The oldest match, as soon as there is one. */
    async waitForMessage({ timeoutMs = defaultWaitMs, ...filter }: WaitOptions): Promise<InboxMessage> {
      const response = await call("GET", query("/emulator/messages/wait", { ...filter, timeoutMs }));
      return (await response.json()) as InboxMessage;
    },
    /** Newest first. */
    async messages(filter: { to?: string; subject?: string; after?: string } = {}): Promise<InboxMessage[]> {
      return (await (await call("GET", query("/emulator/messages", filter))).json()) as InboxMessage[];
    },
    /** All, or one address's. */
    async clear(to?: string): Promise<void> {
      await call("DELETE", query("/emulator/messages", { to }));
    },
    /** With `to`, for one address only (parallel tests). */
    async advanceClock(ms: number, to?: string): Promise<void> {
      await call("POST", "/emulator/clock/advance", { ms, to });
    },
    async freezeClock(at?: string): Promise<void> {
      await call("POST", "/emulator/clock/freeze", { at });
    },
    async resumeClock(): Promise<void> {
      await call("POST", "/emulator/clock/resume", {});
    },
    async now(): Promise<string> {
      return ((await (await call("GET", "/emulator/clock")).json()) as { now: string }).now;
    },
    async resetClock(): Promise<void> {
      await call("DELETE", "/emulator/clock");
    },
    /** In parallel tests, set `match.to`. */
    async addFault(fault: FaultOrder | { preset: FaultPreset; to?: string; times?: number }): Promise<FaultRule> {
      return (await (await call("POST", "/emulator/faults", fault)).json()) as FaultRule;
    },
    async clearFaults(id?: string): Promise<void> {
      await call("DELETE", id === undefined ? "/emulator/faults" : `/emulator/faults/${id}`);
    },
    /** Those for one address. */
    async clearFaultsOf(to: string): Promise<void> {
      await call("DELETE", query("/emulator/faults", { to }));
    },
    /** Oldest first, without codes and keys. */
    async journal(filter: { to?: string; path?: string } = {}): Promise<JournalEntry[]> {
      return (await (await call("GET", query("/emulator/journal", filter))).json()) as JournalEntry[];
    },
    async addAccount(names: Partial<AccountNames> = {}): Promise<AccountNames> {
      return (await (await call("POST", "/emulator/accounts", names)).json()) as AccountNames;
    },
    /** As Twilio's Support does; gives its sid. Contains `{{code}}`. */
    async addMessageTemplate(
      accountSid: string,
      template: { friendlyName: string; text: string; translations?: Record<string, string> },
    ): Promise<string> {
      const answer = await call("POST", `/emulator/accounts/${accountSid}/templates`, template);
      return ((await answer.json()) as { sid: string }).sid;
    },
    /** What only the Consoles change. Prefixes block numbers: `fraudGuardPrefixes` (60410), `geoBlockedPrefixes`
     * (60605). */
    async changeAccount(accountSid: string, change: Record<string, unknown>): Promise<void> {
      await call("PATCH", `/emulator/accounts/${accountSid}`, change);
    },
    /** A standard key, or with `isMain` one that may read the account. */
    async addTwilioKey(accountSid: string, isMain = false): Promise<{ sid: string; secret: string }> {
      const answer = await call("POST", `/emulator/accounts/${accountSid}/keys`, { isMain });
      return (await answer.json()) as { sid: string; secret: string };
    },
    async suppress(accountSid: string, kind: SuppressionKind, email: string): Promise<void> {
      await call("POST", `/emulator/accounts/${accountSid}/suppressions`, { kind, email });
    },
    async changeService(accountSid: string, serviceSid: string, change: Record<string, unknown>): Promise<void> {
      await call("PATCH", `/emulator/accounts/${accountSid}/services/${serviceSid}`, change);
    },
    /** Presses a button of Stripe's page; with a good card, gives where it leads. */
    async pay(page: string, card: "good" | "declined" = "good"): Promise<string | null> {
      const answer = await fetch(page, { method: "POST", body: new URLSearchParams({ card }), redirect: "manual" });
      return answer.headers.get("location");
    },
    /** As a bank that refuses the money, days later. */
    async failRefund(accountSid: string, refundId: string): Promise<void> {
      await call("POST", `/emulator/accounts/${accountSid}/refunds/${refundId}/fail`);
    },
    /** `*` stands for anything. */
    async setDelivery(to: string, outcome: DeliveryOutcome): Promise<void> {
      await call("POST", "/emulator/delivery-rules", { to, outcome });
    },
    async changeSettings(settings: Partial<Settings>): Promise<void> {
      await call("PATCH", "/emulator/settings", settings);
    },
    /** The answer restores it. */
    async snapshot(): Promise<() => Promise<void>> {
      const { id } = (await (await call("POST", "/emulator/snapshots")).json()) as { id: string };
      return async () => {
        await call("POST", `/emulator/snapshots/${id}/restore`);
      };
    },
    /** With a seed, ids and codes repeat. */
    async reset(seed?: number): Promise<void> {
      await call("POST", "/emulator/reset", { seed });
    },
  };
}

export type EmulatorClient = ReturnType<typeof createEmulatorClient>;
