import { orderSabotages } from "./order-sabotages";
import { requestSabotages, type Sabotage } from "./request-sabotages";

/**
 * Small enough to be read at a glance, short enough to survive changes around them. What needs several changes was
 * defended several times.
 */
export const sabotages: Sabotage[] = [
  {
    name: "browser-key",
    takesOut: "a code counts only from the browser that asked",
    changes: [
      {
        file: "lib/auth/challenge/verify-code.ts",
        find: `      AND "browserKeyHash" = \${browserKeyHash}\n`,
        replace: "",
      },
    ],
    noticedBy: ["other-browser"],
  },
  {
    name: "attempts",
    takesOut: "five comparisons per challenge",
    changes: [
      {
        file: "lib/auth/challenge/verify-code.ts",
        find: `"attempts" < \${maxAttempts}::int`,
        replace: '"attempts" < 1000',
      },
      {
        file: "prisma/migrations/20261123000001_guards/migration.sql",
        find: '"attempts" BETWEEN 0 AND 5',
        replace: '"attempts" >= 0',
      },
    ],
    noticedBy: ["brute-force"],
  },
  {
    name: "failure-budget",
    takesOut: "ten failures an hour per identity, across challenges",
    changes: [
      {
        file: "lib/auth/challenge/verify-code.ts",
        find: "await chargeAsking([...ofIdentity, ...ofSource], counted.address, asker);",
        replace: "await chargeAsking([], counted.address, asker);",
      },
    ],
    noticedBy: ["brute-force"],
  },
  {
    name: "codes-off-mail",
    takesOut: "no code is mailed to an account that has switched codes off",
    changes: [{ file: "lib/auth/challenge/deliver-code.ts", find: " && !challenge.areCodesOff;", replace: ";" }],
    noticedBy: ["codes-off"],
  },
  {
    name: "codes-off-before",
    takesOut: "a code from before the switch does not log in after it",
    changes: [
      {
        file: "lib/auth/passkeys/switch-codes.ts",
        find: "=> endCodes(transaction, email);",
        replace: "=> Promise.resolve(void [endCodes, email, transaction]);",
      },
      {
        file: "lib/auth/session/create-session.ts",
        find: `\${challenge.address} AND "passkeysOnlyAt" IS NULL`,
        replace: `\${challenge.address}`,
      },
    ],
    noticedBy: ["codes-off"],
  },
  {
    name: "passkey-budget",
    takesOut: "logins by passkey are charged to their account",
    changes: [
      {
        file: "lib/auth/login/complete-passkey-login.ts",
        find: "await chargePasskey(passkeyLoginCharges(owner.id), passkey, owner.email, visitor);",
        replace: "await chargePasskey([], passkey, owner.email, visitor);",
      },
    ],
    noticedBy: ["passkey-flood"],
  },
  {
    name: "trusted-codes",
    takesOut: "codes of known browsers that no stranger's request shares",
    changes: [
      {
        file: "lib/auth/challenge/fresh-code.ts",
        find: "hasService && isOfOwner}",
        replace: 'hasService && purpose === "STEP_UP"}',
      },
    ],
    noticedBy: ["spoiled-code"],
  },
  {
    name: "target-budget",
    takesOut: "a new address's own budget of wrong codes, whichever session asks",
    changes: [
      {
        file: "lib/auth/challenge/verify-code.ts",
        find: "provesNewAddress(counted.purpose) ? null : counted.knownKeyHash",
        replace: "counted.knownKeyHash",
      },
    ],
    noticedBy: ["guess-by-email-change"],
  },
  {
    name: "code-bot-check",
    takesOut: "the bot check on wrong codes, before an address is closed",
    changes: [
      {
        file: "lib/auth/challenge/verify-code.ts",
        find: "counted.address, asker);",
        replace: "counted.address, { visitor, askForBotCheck: async () => null });",
      },
    ],
    noticedBy: ["lock-out"],
  },
  {
    name: "base-mailbox",
    takesOut: "tagged addresses are counted as one mailbox",
    changes: [{ file: "lib/identifier.ts", find: '.split("+");', replace: '.split("\\n");' }],
    noticedBy: ["tagged-addresses"],
  },
  {
    name: "single-use",
    takesOut: "a challenge is consumed once",
    changes: [
      {
        file: "lib/auth/challenge/find-verified.ts",
        find: 'if (consumedAt !== null) return fail("CHALLENGE_FINISHED");',
        replace: "",
      },
      { file: "lib/auth/session/create-session.ts", find: ' AND "consumedAt" IS NULL', replace: "" },
      {
        file: "lib/auth/session/create-session.ts",
        find: "    challengeId: challenge.id,",
        replace: "    challengeId: null,",
      },
      {
        file: "prisma/migrations/20261123000001_guards/migration.sql",
        find: 'IF OLD."consumedAt" IS NOT NULL',
        replace: "IF FALSE",
      },
    ],
    noticedBy: ["replay"],
  },
  {
    name: "rotation",
    takesOut: "a login ends the session that the browser had before",
    changes: [
      { file: "lib/auth/session/create-session.ts", find: "USING used WHERE ", replace: "USING used WHERE FALSE AND " },
    ],
    noticedBy: ["fixation"],
  },
  {
    name: "logout",
    takesOut: "a logout ends the session's row",
    changes: [
      {
        file: "lib/auth/session/end-sessions.ts",
        find: "await endSession(sid, readVisitor(await headers()))",
        replace: "void sid",
      },
    ],
    noticedBy: ["dead-sessions", "guest-bag", "others-orders"],
  },
  ...requestSabotages,
  ...orderSabotages,
];
