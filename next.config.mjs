import { randomBytes } from "node:crypto";
import SigningPageCache from "./lib/content-security/page-cache.mjs";
import { strictPolicy } from "./lib/content-security/policy.mjs";

// The members' page is prerendered under this key. Made once a build and handed to Next's
// workers through the environment; inlined into server and middleware code only, because no client file names it.
process.env.HOME_GATE_KEY ??= randomBytes(24).toString("hex");

// Where Next looks for a page cache before it takes its own. The documented setting, `cacheHandler`, is imported anew for
// each request, which costs a fifth of a page's time. docs/decisions/script-hashes-and-nonces.md
Reflect.set(globalThis, Symbol.for("@next/cache-handlers"), { FetchCache: SigningPageCache });

// What the middleware does not see, or does not change: lib/http/routes.ts says more for each page.
const securityHeaders = [
  { key: "Content-Security-Policy", value: strictPolicy },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  // On mailed links, too: docs/decisions/mailed-links-only-prefill.md
  { key: "Referrer-Policy", value: "same-origin" },
  // No page of another site holds a window of the shop, or embeds what it answers (Cross-Origin Opener and Resource Policy).
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value:
      "camera=(), geolocation=(), microphone=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self)",
  },
];

/** @type {import("next").NextConfig} */
const nextConfig = {
  env: { HOME_GATE_KEY: process.env.HOME_GATE_KEY },
  poweredByHeader: false,
  // Next hashes a whole page anew for each answer, and the pages that matter are no-store. docs/decisions/page-speed.md
  generateEtags: false,
  reactStrictMode: true,
  // Otherwise Next writes localhost for 127.0.0.1 into the addresses of its own rewrites, and takes them for foreign ones.
  skipProxyUrlNormalize: true,
  // Where a platform runs Next without Node's server: a little more than the shop takes (lib/http/limit-body.ts).
  experimental: { proxyClientMaxBodySize: "64kb" },
  // No page uses the image optimizer, and it answers a path that is no image with a fault (500).
  images: { unoptimized: true },
  // Next's development log prints the arguments of server actions, and those hold what people typed.
  logging: { serverFunctions: false },
  serverExternalPackages: ["twilio", "@sendgrid/mail", "@sendgrid/client"],
  redirects: async () => [
    { source: "/storefront/:path*", destination: "/", permanent: false },
    // Next's page for its own faults has an address, and answers 500 there.
    { source: "/_global-error", destination: "/", permanent: false },
  ],
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/api/:path*", headers: [{ key: "X-Robots-Tag", value: "noindex, nofollow" }] },
  ],
};

export default nextConfig;
