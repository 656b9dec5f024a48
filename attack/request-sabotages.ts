import type { Change } from "@/scripts/test/shop-copy";

/** A defence taken out, and the attacks that have to notice, each by itself. */
export type Sabotage = { name: string; takesOut: string; changes: Change[]; noticedBy: string[] };

/** Defences of requests, pages and answers, one taken out at a time. */
export const requestSabotages: Sabotage[] = [
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
    noticedBy: ["open-redirect"],
  },
  {
    name: "origin",
    takesOut: "the check of Origin and Sec-Fetch-Site",
    changes: [{ file: "lib/http/same-origin.ts", find: 'return site === "same-origin";', replace: "return true;" }],
    noticedBy: ["foreign-origin", "guest-bag", "checkout", "others-orders", "desks"],
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
    noticedBy: ["enumeration"],
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
    noticedBy: ["timing"],
  },
  {
    name: "gate",
    takesOut: "the middleware asks for a session",
    changes: [
      {
        file: "middleware.ts",
        find: "if (cookie === undefined || token === null) return toLogin(request, route);",
        replace: "if (cookie === undefined || token === null) return showPage(request, route);",
      },
    ],
    noticedBy: ["gate-bypass"],
  },
  {
    name: "route-table",
    takesOut: "the table of routes asks for a session at the members' page",
    changes: [
      {
        file: "lib/http/routes.ts",
        find: '"/home": { enter: "session"',
        replace: '"/home": { enter: "everyone"',
      },
    ],
    noticedBy: ["gate-bypass"],
  },
  {
    name: "caching",
    takesOut: "Cache-Control: private, no-store on what is gated",
    changes: [
      {
        file: "middleware.ts",
        find: 'if (route.enter !== "everyone" || route.staticPage !== undefined)',
        replace: "if (route.staticPage !== undefined)",
      },
    ],
    noticedBy: ["gate-bypass"],
  },
  {
    name: "http-only",
    takesOut: "HttpOnly on the cookies",
    changes: [{ file: "lib/http/cookies.ts", find: "httpOnly: true", replace: "httpOnly: false" }],
    noticedBy: ["cookies-and-headers"],
  },
  {
    name: "framing",
    takesOut: "frame-ancestors 'none'",
    changes: [{ file: "lib/content-security/policy.mjs", find: `  "frame-ancestors 'none'",\n`, replace: "" }],
    noticedBy: ["cookies-and-headers"],
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
    noticedBy: ["host-header"],
  },
  {
    name: "forwarded-for",
    takesOut: "the client's address comes from the trusted proxy's entry",
    changes: [{ file: "lib/http/visitor.ts", find: ".at(-hops)", replace: ".at(0)" }],
    noticedBy: ["forged-source"],
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
    noticedBy: ["forged-source"],
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
    noticedBy: ["mass-assignment"],
  },
  {
    name: "broken-token",
    takesOut: "a session cookie that cannot be read logs nobody in",
    changes: [{ file: "lib/auth/session/session-token.ts", find: ".catch(\n    () => null,\n  )", replace: "" }],
    noticedBy: ["forged-tokens"],
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
    noticedBy: ["mailed-links"],
  },
  {
    name: "code-in-url",
    takesOut: "codes stay out of URLs",
    changes: [
      {
        file: "app/[locale]/(login)/otp/[challenge]/actions.ts",
        find: "form),\n  );\n  if (finished.ok) leadOn(finished.value, next);",
        replace: 'form),\n  );\n  if (finished.ok) redirect("/home?code=" + formText(form, "code"));',
      },
    ],
    noticedBy: ["open-codes"],
  },
  {
    name: "job-secret",
    takesOut: "the daily job asks for its secret",
    changes: [
      {
        file: "lib/http/bearer-token.ts",
        find: "return timingSafeEqual(hash(given), hash(secret));",
        replace: "return given !== secret || timingSafeEqual(hash(given), hash(secret));",
      },
    ],
    noticedBy: ["job-secret"],
  },
  {
    name: "mail-signature",
    takesOut: "a mail's fate counts by SendGrid's signed event only",
    changes: [
      {
        file: "app/api/webhooks/sendgrid/route.ts",
        find: "if (!isSignedBySendGrid({ body, signature, timestamp }, publicKey)) {",
        replace: "if (!isSignedBySendGrid({ body, signature, timestamp }, publicKey) && body.length < 1) {",
      },
    ],
    noticedBy: ["forged-events"],
  },
  {
    name: "body-limit",
    takesOut: "bodies are limited while they arrive, and slow ones are ended",
    changes: [{ file: "instrumentation-node.ts", find: "    limitBody(request, response);\n", replace: "" }],
    noticedBy: ["unfinished-bodies"],
  },
];
