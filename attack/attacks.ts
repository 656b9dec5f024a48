import type { AttackContext } from "@/attack/client/attack-context";
import type { Finding } from "@/attack/client/finding";
import { attackBruteForce } from "./attacks/brute-force";
import { attackWithCodesOff } from "./attacks/codes-off";
import { inspectCookiesAndHeaders } from "./attacks/cookies-and-headers";
import { attackDeadSessions } from "./attacks/dead-sessions";
import { attackEnumeration } from "./attacks/enumeration";
import { attackFixation } from "./attacks/fixation";
import { attackFromForeignOrigin } from "./attacks/foreign-origin";
import { attackWithForgedSource } from "./attacks/forged-source";
import { attackForgedTokens } from "./attacks/forged-tokens";
import { attackGate } from "./attacks/gate-bypass";
import { guessByEmailChange } from "./attacks/guess-by-email-change";
import { attackHostHeader } from "./attacks/host-header";
import { attackJob } from "./attacks/job-secret";
import { attackByLockOut } from "./attacks/lock-out";
import { attackMailedLinks } from "./attacks/mailed-links";
import { attackMassAssignment } from "./attacks/mass-assignment";
import { lookForCodes } from "./attacks/open-codes";
import { attackOpenRedirect } from "./attacks/open-redirect";
import { attackFromOtherBrowser } from "./attacks/other-browser";
import { attackByPasskeyFlood } from "./attacks/passkey-flood";
import { attackReplay } from "./attacks/replay";
import { attackOwnersCode } from "./attacks/spoiled-code";
import { attackByTaggedAddresses } from "./attacks/tagged-addresses";
import { attackTiming } from "./attacks/timing";
import { attackWithUnfinishedBodies } from "./attacks/unfinished-bodies";

export type Attack = { name: string; run: (context: AttackContext) => Promise<Finding[]> };

/**
 * All attacks in the order in which they run: first those that compare fresh addresses, for the shop treats an address
 * differently after its third mail; last those that use limits up; the look for codes at the very end.
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
  { name: "open-codes", run: lookForCodes },
];
