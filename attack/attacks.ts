import { attackBruteForce } from "@/attack/attacks/brute-force";
import { attackWithCodesOff } from "@/attack/attacks/codes-off";
import { inspectCookiesAndHeaders } from "@/attack/attacks/cookies-and-headers";
import { attackDeadSessions } from "@/attack/attacks/dead-sessions";
import { attackDesks } from "@/attack/attacks/desks";
import { attackEnumeration } from "@/attack/attacks/enumeration";
import { attackFixation } from "@/attack/attacks/fixation";
import { attackFromForeignOrigin } from "@/attack/attacks/foreign-origin";
import { attackWithForgedEvents } from "@/attack/attacks/forged-events";
import { attackWithForgedSource } from "@/attack/attacks/forged-source";
import { attackForgedTokens } from "@/attack/attacks/forged-tokens";
import { attackGate } from "@/attack/attacks/gate-bypass";
import { guessByEmailChange } from "@/attack/attacks/guess-by-email-change";
import { attackBag } from "@/attack/attacks/guest-bag";
import { attackHostHeader } from "@/attack/attacks/host-header";
import { attackJob } from "@/attack/attacks/job-secret";
import { attackKeptGoods } from "@/attack/attacks/kept-goods";
import { attackByLockOut } from "@/attack/attacks/lock-out";
import { attackMailedLinks } from "@/attack/attacks/mailed-links";
import { attackMassAssignment } from "@/attack/attacks/mass-assignment";
import { lookForCodes } from "@/attack/attacks/open-codes";
import { attackOpenRedirect } from "@/attack/attacks/open-redirect";
import { attackCheckout, attackOthersOrders } from "@/attack/attacks/orders";
import { attackFromOtherBrowser } from "@/attack/attacks/other-browser";
import { attackByPasskeyFlood } from "@/attack/attacks/passkey-flood";
import { attackReplay } from "@/attack/attacks/replay";
import { attackOwnersCode } from "@/attack/attacks/spoiled-code";
import { attackByTaggedAddresses } from "@/attack/attacks/tagged-addresses";
import { attackTiming } from "@/attack/attacks/timing";
import { attackWithUnfinishedBodies } from "@/attack/attacks/unfinished-bodies";
import type { AttackContext } from "@/attack/client/attack-context";
import type { Finding } from "@/attack/client/finding";

export type Attack = { name: string; run: (context: AttackContext) => Promise<Finding[]> };

/**
 * All attacks in the order in which they run: first those that compare fresh addresses, for the shop treats an address
 * differently after its third mail; the desks before what confirms a passkey there; last those that use limits up; the look for codes at the very end.
 */
export const attacks: Attack[] = [
  { name: "mass-assignment", run: attackMassAssignment },
  { name: "enumeration", run: attackEnumeration },
  { name: "fixation", run: attackFixation },
  { name: "timing", run: attackTiming },
  { name: "foreign-origin", run: attackFromForeignOrigin },
  { name: "other-browser", run: attackFromOtherBrowser },
  { name: "mailed-links", run: attackMailedLinks },
  { name: "replay", run: attackReplay },
  { name: "open-redirect", run: attackOpenRedirect },
  { name: "host-header", run: attackHostHeader },
  { name: "forged-tokens", run: attackForgedTokens },
  { name: "gate-bypass", run: attackGate },
  { name: "job-secret", run: attackJob },
  { name: "forged-events", run: attackWithForgedEvents },
  { name: "cookies-and-headers", run: inspectCookiesAndHeaders },
  { name: "unfinished-bodies", run: attackWithUnfinishedBodies },
  { name: "dead-sessions", run: attackDeadSessions },
  { name: "guess-by-email-change", run: guessByEmailChange },
  { name: "codes-off", run: attackWithCodesOff },
  { name: "lock-out", run: attackByLockOut },
  { name: "tagged-addresses", run: attackByTaggedAddresses },
  { name: "forged-source", run: attackWithForgedSource },
  { name: "passkey-flood", run: attackByPasskeyFlood },
  { name: "spoiled-code", run: attackOwnersCode },
  { name: "brute-force", run: attackBruteForce },
  { name: "desks", run: attackDesks },
  { name: "guest-bag", run: attackBag },
  { name: "kept-goods", run: attackKeptGoods },
  { name: "checkout", run: attackCheckout },
  { name: "others-orders", run: attackOthersOrders },
  { name: "open-codes", run: lookForCodes },
];
