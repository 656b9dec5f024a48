import { hashKey } from "@/lib/crypto/secret-key";
import { baseMailbox } from "@/lib/identifier";
import type { Charge } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import type { CodeAction, SensitiveAction } from "@/lib/step-up/sensitive-actions";

export type Source = { ip: string | null; browserKeyHash: string };

/** Without a trusted proxy visitors differ by browser: a shared source could be closed for all. */
export function pairCharge(address: string, { ip, browserKeyHash }: Source): Charge {
  const { source, isKnown } = sourceOf(ip);
  return { policy: "send.pair.hour", subject: `${mailboxOf(address)} ${isKnown ? source : browserKeyHash}` };
}

/** "name+1@" and "name@" are one mailbox. */
function mailboxOf(address: string): string {
  return address.includes("@") ? baseMailbox(address) : address;
}

function mailboxCharges(address: string): Charge[] {
  const subject = mailboxOf(address);
  return [
    { policy: "send.mailbox.short", subject },
    { policy: "send.mailbox.day", subject },
  ];
}

export function sendCharges(address: string, from: Source): Charge[] {
  const { source, network, isKnown } = sourceOf(from.ip);
  const bySource: Charge[] = isKnown
    ? [
        { policy: "send.source.short", subject: source },
        { policy: "send.source.hour", subject: source },
        { policy: "send.network.hour", subject: network },
      ]
    : [
        { policy: "send.unknown.short", subject: source },
        { policy: "send.unknown.hour", subject: source },
      ];
  return [
    { policy: "send.address.short", subject: address },
    { policy: "send.address.day", subject: address },
    ...mailboxCharges(address),
    pairCharge(address, from),
    ...bySource,
    { policy: "send.all.day", subject: "all" },
  ];
}

/** The trusted-device quota: not counted by source, so neither strangers nor neighbours use it up. */
export function trustedSendCharges(address: string, knownKeyHash: string): Charge[] {
  const subject = `${address} ${knownKeyHash}`;
  return [
    { policy: "send.known.short", subject },
    { policy: "send.known.day", subject },
    { policy: "send.known.address.day", subject: address },
    trustedMailboxCharge(address),
    { policy: "send.known.all.day", subject: "all" },
  ];
}

/** Codes for trusted devices and step-ups, and admins' mails: out of strangers' reach. */
function trustedMailboxCharge(address: string): Charge {
  return { policy: "send.known.mailbox.day", subject: mailboxOf(address) };
}

/** Ending sessions counts per session, so a stolen one cannot use up what its owner needs to end it. */
export function stepUpCharges(act: CodeAction | null, userId: string, sessionHash: string, address: string): Charge[] {
  if (act === "end-sessions") {
    return [
      { policy: "send.ending.short", subject: sessionHash },
      { policy: "send.ending.day", subject: sessionHash },
      { policy: "send.known.all.day", subject: "all" },
    ];
  }
  return [
    { policy: "send.stepup.short", subject: userId },
    { policy: "send.stepup.day", subject: userId },
    trustedMailboxCharge(address),
    { policy: "send.known.all.day", subject: "all" },
  ];
}

/** Counted as a stranger's: the mailbox may be anyone's. */
export function newAddressCharges(
  address: string,
  { challengeKey, visitor }: { challengeKey: string; visitor: { ip: string | null } },
): Charge[] {
  return sendCharges(address, { ip: visitor.ip, browserKeyHash: hashKey(challengeKey) });
}

/** Asking for another email or phone, besides the message. */
export function changeCharge(userId: string): Charge {
  return { policy: "change.user.day", subject: userId };
}

export function usernameChangeCharge(userId: string): Charge {
  return { policy: "username.user.month", subject: userId };
}

/** One comparison. Success clears `ofIdentity` and refunds `ofSource` once; `ofSecond` counts per day only. */
export function checkCharges(address: string, knownKeyHash: string | null, ip: string | null) {
  if (knownKeyHash !== null) {
    const subject = `${address} ${knownKeyHash}`;
    const ofIdentity: Charge[] = [
      { policy: "check.known.hour", subject },
      { policy: "check.known.day", subject },
    ];
    return { ofIdentity, ofSource: [], ofSecond: ofIdentity.slice(1) };
  }
  const { source, network, isKnown } = sourceOf(ip);
  const pair = `${address} ${network}`;
  const ofIdentity: Charge[] = [
    { policy: "check.identity.hour", subject: address },
    { policy: "check.identity.day", subject: address },
    ...(isKnown ? pairPolicies.map((policy) => ({ policy, subject: pair })) : []),
  ];
  const ofSource: Charge[] = [{ policy: isKnown ? "check.source.hour" : "check.unknown.hour", subject: source }];
  return { ofIdentity, ofSource, ofSecond: ofIdentity.slice(1, 2) };
}

const pairPolicies = ["check.pair.hour", "check.pair.day"] as const;

/** Charges the phone, across accounts and purposes. Where no phone was used, the same work is done for a fake one. */
export function phoneCheckCharges(
  { address, isPhones }: { address: string; isPhones: boolean },
  asked: string,
  knownKeyHash: string | null,
  ip: string | null,
): Charge[] {
  if (!isPhones) return [];
  return checkCharges(address || `no phone of ${asked}`, knownKeyHash, ip).ofIdentity;
}

/** Counted apart from codes, so that no stranger closes one login by the other. `ofIdentity` clears on success. */
export function recoveryCharges(address: string, ip: string | null) {
  const { source, network, isKnown } = sourceOf(ip);
  const ofIdentity: Charge[] = [{ policy: "recover.identity.day", subject: address }];
  const ofSource: Charge[] = isKnown
    ? [
        { policy: "recover.source.hour", subject: source },
        { policy: "recover.network.hour", subject: network },
      ]
    : [{ policy: "recover.unknown.hour", subject: source }];
  return { ofIdentity, ofSource };
}

export function trustedRecoveryCharges(address: string, knownKeyHash: string): Charge[] {
  return [{ policy: "recover.known.hour", subject: `${address} ${knownKeyHash}` }];
}

export function recoveryStepUpCharges(sessionId: string): Charge[] {
  return [{ policy: "recover.session.hour", subject: sessionId }];
}

export function usernameCharge(ip: string | null): Charge {
  const { source, isKnown } = sourceOf(ip);
  return { policy: isKnown ? "username.source.hour" : "username.unknown.hour", subject: source };
}

/** Another choice for a taken username or phone in a registration. */
export function choiceCharges(challengeId: string, ip: string | null): Charge[] {
  return [usernameCharge(ip), { policy: "username.request.short", subject: challengeId }];
}

/** A mail about a change without re-authentication. */
export function changeNoticeCharge(userId: string): Charge {
  return { policy: "notice.user.day", subject: userId };
}

export function languageCharge(userId: string): Charge {
  return { policy: "language.user.hour", subject: userId };
}

/** Once the signature is good. */
export function passkeyLoginCharges(userId: string): Charge[] {
  return [
    { policy: "login.user.hour", subject: userId },
    { policy: "login.user.day", subject: userId },
  ];
}

/** Ending sessions has its own count. */
export function passkeyStepUpCharge(userId: string, act: SensitiveAction): Charge {
  return { policy: act === "end-sessions" ? "end.user.hour" : "confirm.user.hour", subject: userId };
}

export function sensitiveActionCharge(userId: string): Charge {
  return { policy: "act.user.day", subject: userId };
}

export function exportCharge(userId: string): Charge {
  return { policy: "export.user.day", subject: userId };
}

export function renameCharge(sessionId: string): Charge {
  return { policy: "rename.session.hour", subject: sessionId };
}

/** A new guest's bag, so that no stranger fills the table. Later additions are free. */
export function guestBagCharges(ip: string | null): Charge[] {
  const { source, network, isKnown } = sourceOf(ip);
  if (!isKnown) return [{ policy: "bag.unknown.hour", subject: source }];
  return [
    { policy: "bag.source.hour", subject: source },
    { policy: "bag.network.day", subject: network },
  ];
}
