import { hashKey } from "@/lib/crypto/secret-key";
import { baseMailbox } from "@/lib/identifier";
import type { Charge } from "@/lib/limits/consume";
import { sourceOf } from "@/lib/limits/source";
import type { CodeAction, SensitiveAction } from "@/lib/step-up/sensitive-actions";

/** Where a request comes from: the address that a trusted proxy told, else the browser by its key. */
export type Source = { ip: string | null; browserKeyHash: string };

/**
 * Who asks for codes for whom. A visitor whose address nobody trusted tells is told apart by the browser: all such
 * visitors share one source, and closing that would close the address to everyone.
 */
export function pairCharge(address: string, { ip, browserKeyHash }: Source): Charge {
  const { source, isKnown } = sourceOf(ip);
  return { policy: "send.pair.hour", subject: `${mailboxOf(address)} ${isKnown ? source : browserKeyHash}` };
}

/** Whoever can tag an address ("name+1@") has many of them, and all are one mailbox. A phone is its own. */
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

/** What sending one code to an address costs. */
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

/**
 * The same in the lane of a browser that is known at this address: no stranger can use it up. Not counted by source, so
 * that no neighbour can either; one account is held by what all of its lanes may send together.
 */
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

/** What a mailbox gets that no stranger can bring about: codes for trusted devices and step-ups, and an admin's mails. */
function trustedMailboxCharge(address: string): Charge {
  return { policy: "send.known.mailbox.day", subject: mailboxOf(address) };
}

/**
 * What asking a user for a fresh proof costs. Ending sessions is counted for each session alone, so that a stolen one
 * cannot use up what its owner needs to end it.
 */
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

/**
 * What sending a code to the new address of an account costs. Counted as a stranger's, since the mailbox may be
 * anybody's; whether it has an account changes nothing.
 */
export function newAddressCharges(
  address: string,
  { challengeKey, visitor }: { challengeKey: string; visitor: { ip: string | null } },
): Charge[] {
  return sendCharges(address, { ip: visitor.ip, browserKeyHash: hashKey(challengeKey) });
}

/** What asking for another email or phone costs its owner, besides the message. */
export function changeCharge(userId: string): Charge {
  return { policy: "change.user.day", subject: userId };
}

/** What taking another username costs. */
export function usernameChangeCharge(userId: string): Charge {
  return { policy: "username.user.month", subject: userId };
}

/**
 * What one comparison of a code costs. `ofIdentity`, in the lane of a known browser or else with everybody, is forgotten
 * at a success; of `ofSource` only that one charge is given back, or an attacker would clear it by logging in to an
 * account of his own. One network alone cannot use up an address: it has a smaller share of it (`check.pair`).
 * `ofSecond` is what it costs to compare the same typed code with another that is out, too: it counts for the day, which
 * bounds what guessing is worth in a year, and not for the hour, which bounds how long a clumsy owner is locked out.
 */
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

/**
 * What comparing a code costs the phone that it went to, whichever account and purpose it is for; nothing for a mailed
 * one. One network has its share of it, as of an address. Where it went to no phone, the same work is done for a number that nobody has.
 */
export function phoneCheckCharges(
  { address, isPhones }: { address: string; isPhones: boolean },
  asked: string,
  knownKeyHash: string | null,
  ip: string | null,
): Charge[] {
  if (!isPhones) return [];
  return checkCharges(address || `no phone of ${asked}`, knownKeyHash, ip).ofIdentity;
}

/**
 * What trying a recovery code for an address costs, whether anybody has it or not. `ofIdentity` is forgotten at a success,
 * `ofSource` is not, as with codes from the mail; neither is counted with those, so that no stranger closes one way in by
 * the other.
 */
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

/** The same in the lane of a browser that is known at this address. */
export function trustedRecoveryCharges(address: string, knownKeyHash: string): Charge[] {
  return [{ policy: "recover.known.hour", subject: `${address} ${knownKeyHash}` }];
}

/** What confirming an act with a recovery code costs. */
export function recoveryStepUpCharges(sessionId: string): Charge[] {
  return [{ policy: "recover.session.hour", subject: sessionId }];
}

/** What asking whether a username is free costs. */
export function usernameCharge(ip: string | null): Charge {
  const { source, isKnown } = sourceOf(ip);
  return { policy: isKnown ? "username.source.hour" : "username.unknown.hour", subject: source };
}

/** What choosing another username or phone costs, where the one of a registration was taken. */
export function choiceCharges(challengeId: string, ip: string | null): Charge[] {
  return [usernameCharge(ip), { policy: "username.request.short", subject: challengeId }];
}

/** What a mail about a change costs its user, where the change needs no fresh proof. */
export function changeNoticeCharge(userId: string): Charge {
  return { policy: "notice.user.day", subject: userId };
}

/** What choosing another language or time zone costs. */
export function languageCharge(userId: string): Charge {
  return { policy: "language.user.hour", subject: userId };
}

/** What a login by passkey costs, once its signature was found good. */
export function passkeyLoginCharges(userId: string): Charge[] {
  return [
    { policy: "login.user.hour", subject: userId },
    { policy: "login.user.day", subject: userId },
  ];
}

/** What confirming an act by passkey costs, once its signature was found good. Ending sessions has a count of its own. */
export function passkeyStepUpCharge(userId: string, act: SensitiveAction): Charge {
  return { policy: act === "end-sessions" ? "end.user.hour" : "confirm.user.hour", subject: userId };
}

/** What an act costs that follows a fresh proof and sends its owner a mail. */
export function sensitiveActionCharge(userId: string): Charge {
  return { policy: "act.user.day", subject: userId };
}

/** What a download of all of a user's data costs. */
export function exportCharge(userId: string): Charge {
  return { policy: "export.user.day", subject: userId };
}

/** What giving a passkey another name costs. */
export function renameCharge(sessionId: string): Charge {
  return { policy: "rename.session.hour", subject: sessionId };
}
