import { env } from "@/lib/env";

export type Policy = {
  /** How often within the window. */
  limit: number;
  windowSeconds: number;
  /** Above it a person must first prove to be none of many machines. */
  softLimit?: number;
  reason: string;
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Every limit of the shop. The first word of a name is the act, the second is what it is counted by:
 * `address` (a canonical email or phone), `source` and `network` (see `sourceOf`), `pair` (address and source together),
 * `identity` (whoever the address belongs to, also nobody), `known` (a browser that has logged in before, with its
 * identity), `stepup` (a user's fresh proofs), `phone` (messages to phones, by what the third word says), `user` (an account), `session` (one login), `admin` (who changes something on the dashboard), `unknown` (all visitors whose address no trusted proxy tells), `all` (the whole shop).
 *
 * In the reasons, R and a number is a requirement, "quick picks" section 7 of login-security.md; TW:60203 is
 * twilio.com/docs/api/errors/60203 and NIST is SP 800-63B-4.
 */
export const policies = {
  "send.address.short": {
    limit: 5,
    windowSeconds: 10 * minute,
    softLimit: 3,
    reason: "Nobody's mailbox is flooded; Twilio refuses the sixth message as well (R11, TW:60203).",
  },
  "send.address.day": {
    limit: 10,
    windowSeconds: day,
    reason: "Ten messages a day are enough for a forgetful person and few enough for a victim (R11).",
  },
  "send.pair.hour": {
    limit: 10,
    windowSeconds: hour,
    reason: "What one source may send to one address; 'This was not me' uses it up at once (R17).",
  },
  "send.source.short": {
    limit: 30,
    windowSeconds: 10 * minute,
    softLimit: 5,
    reason:
      "From the sixth start on, one source proves its work (quick picks, R19); an office behind one address goes on.",
  },
  "send.source.hour": {
    limit: 30,
    windowSeconds: hour,
    reason: "The hard end for one source, proof or not (quick picks).",
  },
  "send.network.hour": {
    limit: 120,
    windowSeconds: hour,
    reason: "Whoever rents a /24 or a /48 has many sources: they share four sources' worth (R17).",
  },
  "send.all.day": {
    get limit() {
      return env().DAILY_SEND_BUDGET;
    },
    windowSeconds: day,
    get softLimit() {
      return Math.floor(env().DAILY_SEND_BUDGET * 0.8);
    },
    reason:
      "What the shop is ready to pay in a day, whoever asks; from 80 % on everybody proves work (R17, quick picks).",
  },
  "send.unknown.short": {
    limit: 300,
    windowSeconds: 10 * minute,
    softLimit: 60,
    reason: "Without a trusted proxy all visitors share one count, so it fits a shop and not one person (R18).",
  },
  "send.unknown.hour": {
    limit: 300,
    windowSeconds: hour,
    reason: "The hard end of the shared count; it closes rather than trusts a forged header (R18).",
  },
  "send.known.short": {
    limit: 5,
    windowSeconds: 10 * minute,
    reason:
      "A browser that has logged in before has a lane that no stranger can use up (R8); Twilio's cap holds (TW:60203).",
  },
  "send.known.day": {
    limit: 10,
    windowSeconds: day,
    reason: "The daily end of that lane, so that a stolen browser floods nobody (R8, R11).",
  },
  "send.known.address.day": {
    limit: 20,
    windowSeconds: day,
    reason:
      "All lanes of one account together: every login can make another browser known, and none of them is free (R11).",
  },
  "send.stepup.short": {
    limit: 5,
    windowSeconds: 10 * minute,
    reason: "Fresh proofs of one user, over all sessions; Twilio's cap holds (TW:60203).",
  },
  "send.stepup.day": {
    limit: 10,
    windowSeconds: day,
    reason: "The daily end of that, by user and not by session, since every login makes a session (R11).",
  },
  "send.known.all.day": {
    get limit() {
      return env().DAILY_SEND_BUDGET;
    },
    windowSeconds: day,
    reason: "A budget of its own: an attack that empties the one for all leaves customers theirs (R8, R17).",
  },
  "send.phone.user.day": {
    limit: 5,
    windowSeconds: day,
    reason: "Messages to phones that one user may bring about, whatever the number: each of them costs money (R17).",
  },
  "send.phone.number.short": {
    limit: 5,
    windowSeconds: 10 * minute,
    reason: "Nobody's phone is flooded by several accounts; Twilio refuses the sixth message as well (R11, TW:60203).",
  },
  "send.phone.number.day": {
    limit: 10,
    windowSeconds: day,
    reason: "The daily end of that: a phone wakes its owner, so it is few (R11).",
  },
  "send.phone.prefix.day": {
    limit: 20,
    windowSeconds: day,
    reason: "Who pumps messages holds a block of numbers: ten thousand neighbours share this many (R17).",
  },
  "send.phone.all.day": {
    get limit() {
      return env().DAILY_PHONE_BUDGET;
    },
    windowSeconds: day,
    reason: "What the shop is ready to pay for phones in a day; mail goes on when it is spent (R17).",
  },
  "notice.address.day": {
    limit: 3,
    windowSeconds: day,
    reason:
      "What admins have mailed to one address, invitations and changes: no admin's browser floods a mailbox (R11).",
  },
  "notice.admin.day": {
    limit: 200,
    windowSeconds: day,
    reason: "What one admin has mailed in a day: whoever takes over their browser cannot mail the world by it (R17).",
  },
  "check.identity.hour": {
    limit: 10,
    windowSeconds: hour,
    reason: "Wrong codes for one identity, over all challenges and sources (R7).",
  },
  "check.identity.day": {
    limit: 20,
    windowSeconds: day,
    reason:
      "Leaves guessing a six-digit code 0.73 % a year under steady attack; NIST 5.2.2 would allow 100 in a row (R7).",
  },
  "check.known.hour": {
    limit: 10,
    windowSeconds: hour,
    reason: "The same count for a known browser alone, so that strangers' guesses lock no shopper out (R8).",
  },
  "check.known.day": {
    limit: 20,
    windowSeconds: day,
    reason: "The daily end of that lane (R7, R8).",
  },
  "check.source.hour": {
    limit: 100,
    windowSeconds: hour,
    reason: "One source that tries one code each on many identities (R17, ASVS 6.3.1).",
  },
  "check.unknown.hour": {
    limit: 1_000,
    windowSeconds: hour,
    reason: "The same for all visitors without a told address together (R18).",
  },
  "recover.identity.day": {
    limit: 10_000,
    windowSeconds: day,
    softLimit: 5,
    reason:
      "Recovery codes tried for one identity: from the sixth on they cost a proof. 120 bits are never guessed (NIST asks for a limit below 64), so the end is where no stranger gets who would close the last way in (R7, R8).",
  },
  "recover.source.hour": {
    limit: 30,
    windowSeconds: hour,
    softLimit: 5,
    reason: "One source that tries recovery codes, as with codes from the mail (R17, ASVS 6.3.1).",
  },
  "recover.network.hour": {
    limit: 120,
    windowSeconds: hour,
    reason: "Its /24 or /48: they share four sources' worth (R17).",
  },
  "recover.unknown.hour": {
    limit: 300,
    windowSeconds: hour,
    softLimit: 60,
    reason: "The same for all visitors without a told address together (R18).",
  },
  "recover.known.hour": {
    limit: 10,
    windowSeconds: hour,
    reason: "A browser that has logged in before has a lane that no neighbour can use up (R8).",
  },
  "recover.session.hour": {
    limit: 20,
    windowSeconds: hour,
    reason: "Recovery codes tried to confirm an act: by session, so that a stolen one closes no other (R8, R33).",
  },
  "username.source.hour": {
    limit: 40,
    windowSeconds: hour,
    softLimit: 10,
    reason: "Whether a username is taken may be asked while choosing one, not to list them all (R16).",
  },
  "username.unknown.hour": {
    limit: 400,
    windowSeconds: hour,
    softLimit: 60,
    reason: "The same for all visitors without a told address together (R18).",
  },
  "username.user.month": {
    limit: 2,
    windowSeconds: 30 * day,
    reason:
      "One change and one to take it back: whoever changes names often hides from those who know the old one (R41).",
  },
  "change.user.day": {
    limit: 5,
    windowSeconds: day,
    reason:
      "Nobody moves to so many addresses and phones; each asks a mailbox or phone that may be a stranger's (R11).",
  },
  "rename.session.hour": {
    limit: 60,
    windowSeconds: hour,
    reason: "Each new name of a passkey is an entry of the audit trail; nobody has so many names to give (R41).",
  },
  "proof.once": {
    limit: 1,
    windowSeconds: 30 * minute,
    reason: "One solution counts once; it outlives the puzzle, so none can be shown again (R19).",
  },
  "wait.source.short": {
    limit: 5,
    windowSeconds: 10 * minute,
    reason:
      "Waiting stands in for the puzzle where scripts are off: slower, not closed, and not a way around it (R19).",
  },
  "wait.unknown.short": {
    limit: 50,
    windowSeconds: 10 * minute,
    reason: "The same for all visitors without a told address together (R18, R19).",
  },
  "audit.source.hour": {
    limit: 300,
    windowSeconds: hour,
    reason:
      "Refused passkeys that one source gets into the audit trail; past it they are refused without an entry (R41).",
  },
  "audit.all.hour": {
    limit: 10_000,
    windowSeconds: hour,
    reason: "The same for all together: whoever has many sources does not fill the trail either (R41).",
  },
  "audit.limit.hour": {
    limit: 1,
    windowSeconds: hour,
    reason: "A reached limit is one entry of the audit trail an hour, however many requests run into it (R41).",
  },
} satisfies Record<string, Policy>;

export type PolicyName = keyof typeof policies;
