/** One change to a source file: `find` must stand in it exactly once. */
export type Change = { file: string; find: string; replace: string };

/** A defence taken out, and the attack that has to notice. */
export type Sabotage = { name: string; takesOut: string; changes: Change[]; noticedBy: string };

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
        find: "      browserKeyHash,\n      ...session,\n      purpose: { in: purposes },\n      provenAt: null,",
        replace: "      ...session,\n      purpose: { in: purposes },\n      provenAt: null,",
      },
    ],
    noticedBy: "other-browser",
  },
  {
    name: "attempts",
    takesOut: "five comparisons per challenge",
    changes: [
      {
        file: "lib/auth/challenge/verify-code.ts",
        find: "attempts: { lt: maxAttempts }",
        replace: "attempts: { lt: 1_000 }",
      },
      {
        file: "prisma/migrations/20261123000001_guards/migration.sql",
        find: '"attempts" BETWEEN 0 AND 5',
        replace: '"attempts" >= 0',
      },
    ],
    noticedBy: "brute-force",
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
    noticedBy: "brute-force",
  },
  {
    name: "codes-off-mail",
    takesOut: "no code is mailed to an account that has switched codes off",
    changes: [{ file: "lib/auth/challenge/deliver-code.ts", find: " && !challenge.areCodesOff;", replace: ";" }],
    noticedBy: "codes-off",
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
    noticedBy: "codes-off",
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
    noticedBy: "passkey-flood",
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
    noticedBy: "spoiled-code",
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
    noticedBy: "guess-by-email-change",
  },
  {
    name: "code-bot-check",
    takesOut: "the bot check on wrong codes, before an address is closed",
    changes: [
      {
        file: "lib/auth/challenge/verify-code.ts",
        find: "counted.address, asker);",
        replace: "counted.address, { visitor, askForProof: async () => null });",
      },
    ],
    noticedBy: "lock-out",
  },
  {
    name: "base-mailbox",
    takesOut: "tagged addresses are counted as one mailbox",
    changes: [{ file: "lib/identifier.ts", find: '.split("+");', replace: '.split("\\n");' }],
    noticedBy: "tagged-addresses",
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
    noticedBy: "replay",
  },
  {
    name: "rotation",
    takesOut: "a login ends the session that the browser had before",
    changes: [
      { file: "lib/auth/session/create-session.ts", find: "USING used WHERE ", replace: "USING used WHERE FALSE AND " },
    ],
    noticedBy: "fixation",
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
    noticedBy: "dead-sessions",
  },
  {
    name: "next",
    takesOut: "the check of where a login leads",
    changes: [
      {
        file: "lib/http/safe-redirect.ts",
        find: '!input.startsWith("/")) return null;',
        replace: '!input.startsWith("/")) return null;\n  if (input !== "") return input;',
      },
    ],
    noticedBy: "open-redirect",
  },
  {
    name: "origin",
    takesOut: "the check of Origin and Sec-Fetch-Site",
    changes: [{ file: "lib/http/same-origin.ts", find: 'return site === "same-origin";', replace: "return true;" }],
    noticedBy: "foreign-origin",
  },
  {
    name: "unknown-address",
    takesOut: "an unknown address gets a challenge as well",
    changes: [
      {
        file: "lib/auth/login/start-login.ts",
        find: "  const delivery = {\n",
        replace:
          '  if (!challenge.hasAccount) return ok({ challengeId: "A".repeat(22), deliver: async () => {} });\n  const delivery = {\n',
      },
    ],
    noticedBy: "enumeration",
  },
  {
    name: "send-later",
    takesOut: "mails are sent after the response",
    changes: [
      {
        file: "lib/auth/login/start-login.ts",
        find: "  };\n  return ok({ challengeId: challenge.id, deliver: () => deliverCode(delivery) });",
        replace:
          "  };\n  if (challenge.hasAccount) await deliverCode(delivery);\n  return ok({ challengeId: challenge.id, deliver: async () => {} });",
      },
    ],
    noticedBy: "timing",
  },
  {
    name: "gate",
    takesOut: "the middleware asks for a session",
    changes: [
      {
        file: "middleware.ts",
        find: "if (cookie === undefined || token === null) return toLogin(request, route);",
        replace: "if (cookie === undefined || token === null) return letIn(request, route);",
      },
    ],
    noticedBy: "gate-bypass",
  },
  {
    name: "caching",
    takesOut: "Cache-Control: private, no-store on what is gated",
    changes: [
      { file: "middleware.ts", find: 'response.headers.set("Cache-Control", "private, no-store");', replace: "" },
    ],
    noticedBy: "gate-bypass",
  },
  {
    name: "http-only",
    takesOut: "HttpOnly on the cookies",
    changes: [{ file: "lib/http/cookies.ts", find: "httpOnly: true", replace: "httpOnly: false" }],
    noticedBy: "cookies-and-headers",
  },
  {
    name: "framing",
    takesOut: "frame-ancestors 'none'",
    changes: [{ file: "lib/content-security/policy.mjs", find: `  "frame-ancestors 'none'",\n`, replace: "" }],
    noticedBy: "cookies-and-headers",
  },
  {
    name: "host",
    takesOut: "redirects start with the configured address",
    changes: [
      {
        file: "app/[locale]/logout/route.ts",
        find: 'GET(): NextResponse {\n  return NextResponse.redirect(new URL("/logout/confirm", env().APP_URL), 307);',
        replace:
          'GET(request: NextRequest): NextResponse {\n  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");\n  return NextResponse.redirect(new URL("/logout/confirm", "https://" + host), 307);',
      },
    ],
    noticedBy: "host-header",
  },
  {
    name: "forwarded-for",
    takesOut: "the client's address comes from the trusted proxy's entry",
    changes: [{ file: "lib/http/visitor.ts", find: ".at(-hops)", replace: ".at(0)" }],
    noticedBy: "forged-source",
  },
  {
    name: "proof",
    takesOut: "a source with many starts must prove its work",
    changes: [
      {
        file: "lib/auth/rate-limit/enforce.ts",
        find: "if (!decision.isSuspicious) return ok(null);",
        replace: "if (decision.isAllowed) return ok(null);",
      },
    ],
    noticedBy: "forged-source",
  },
  {
    name: "own-fields",
    takesOut: "a registration keeps its three fields and drops the others",
    changes: [
      {
        file: "app/[locale]/(login)/register/actions.ts",
        find: "startRegistration(parsed.data,",
        replace: 'startRegistration({ ...parsed.data, role: form.get("role") ?? "CUSTOMER" } as typeof parsed.data,',
      },
    ],
    noticedBy: "mass-assignment",
  },
  {
    name: "broken-token",
    takesOut: "a session cookie that cannot be read is nobody's",
    changes: [{ file: "lib/auth/session/session-token.ts", find: ".catch(\n    () => null,\n  )", replace: "" }],
    noticedBy: "forged-tokens",
  },
  {
    name: "scanner",
    takesOut: "a GET changes nothing",
    changes: [
      {
        file: "lib/auth/challenge/challenge.ts",
        find: "  if (browserKey === null || !isChallengeId(id)) return null;",
        replace:
          "  if (browserKey === null) await db().challenge.updateMany({ where: { id }, data: { expiresAt: new Date() } });\n  if (browserKey === null || !isChallengeId(id)) return null;",
      },
    ],
    noticedBy: "mailed-links",
  },
  {
    name: "code-in-url",
    takesOut: "codes stay out of URLs",
    changes: [
      {
        file: "app/[locale]/(login)/otp/[challenge]/actions.ts",
        find: "if (finished.ok) leadOn(finished.value, next);",
        replace: 'if (finished.ok) redirect("/home?code=" + formText(form, "code"));',
      },
    ],
    noticedBy: "open-codes",
  },
  {
    name: "body-limit",
    takesOut: "bodies are limited while they arrive, and slow ones are ended",
    changes: [{ file: "instrumentation-node.ts", find: "    limitBody(request, response);\n", replace: "" }],
    noticedBy: "unfinished-bodies",
  },
];
