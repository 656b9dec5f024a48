import type { Account } from "@/emulator/state/account";
import type { LifeEvent, Verification } from "@/emulator/state/verification";
import { newUuid, type World } from "@/emulator/state/world";
import { settle } from "@/emulator/twilio/verification-machine";
import { enqueuePost } from "@/emulator/webhooks/event-posts";

/** What of a verification's life Event Streams tells. @see https://www.twilio.com/docs/verify/verification */
const eventNames: Partial<Record<LifeEvent["what"], string>> = {
  sent: "pending",
  approved: "approved",
  canceled: "canceled",
  "too many checks": "max-attempts-reached",
  expired: "expired",
};

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

function eventData(account: Account, verification: Verification, event: LifeEvent): Record<string, unknown> {
  const service = account.services.get(verification.serviceSid);
  const status = (eventNames[event.what] ?? "").replaceAll("-", "_").toUpperCase();
  const judged = verification.life.filter(({ what }) => what === "wrong code" || what === "approved");
  return {
    account_sid: account.sid,
    service_sid: verification.serviceSid,
    verification_sid: verification.sid,
    friendly_name: service?.friendlyName ?? null,
    custom_friendly_name: null,
    custom_code_enabled: service?.customCodeEnabled ?? false,
    created_at: isoTime(verification.createdAtMs),
    verified_at: event.what === "approved" ? isoTime(event.atMs) : null,
    expired_at: isoTime(verification.expiresAtMs),
    to: verification.to,
    country: null,
    verification_status: status,
    code_length: verification.code.length,
    send_code_attempts: {
      count: verification.sends.length,
      attempts: verification.sends.map((send) => ({
        time: isoTime(send.atMs),
        channel: send.channel,
        attempt_sid: send.sid,
        locale: send.locale,
        tags: null,
      })),
    },
    check_attempts: {
      count: verification.checks,
      attempts: judged.map(({ atMs, what }) => ({
        time: isoTime(atMs),
        status: what === "approved" ? "SUCCESS" : "FAILED",
      })),
    },
  };
}

function cloudEvent(world: World, account: Account, verification: Verification, event: LifeEvent) {
  return {
    specversion: "1.0",
    type: `com.twilio.accountsecurity.verify.verification.${eventNames[event.what]}`,
    source: `/v2/Services/${verification.serviceSid}/Verifications/${verification.sid}`,
    id: newUuid(world.state),
    datacontenttype: "application/json",
    time: isoTime(event.atMs),
    data: eventData(account, verification, event),
  };
}

/** Puts what has happened since the last look in line for the account's sinks, as a batch of CloudEvents. */
export function announceLives(world: World): void {
  for (const account of world.state.accounts.values()) {
    if (account.eventSinks.size === 0) continue;
    const events = [...account.verifications.values()].flatMap((verification) => {
      settle(verification, world.nowMs());
      const fresh = verification.life
        .slice(verification.toldEvents)
        .filter(({ what }) => eventNames[what] !== undefined);
      verification.toldEvents = verification.life.length;
      return fresh.map((event) => cloudEvent(world, account, verification, event));
    });
    if (events.length === 0) continue;
    for (const { id } of account.eventSinks.values())
      enqueuePost(world, account.sid, { kind: "twilio-sink", id }, events);
  }
}
