import { randomBytes } from "node:crypto";

// The members' page is prerendered under this key (DESIGN.md section 7). Made once a build and handed to Next's
// workers through the environment; inlined into server and middleware code only, because no client file names it.
process.env.HOME_GATE_KEY ??= randomBytes(24).toString("hex");

const isDevelopment = process.env.NODE_ENV === "development";

// Scripts: Next's static pages carry inline scripts, so 'unsafe-inline' stays until they are hashed.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
];

/** @type {import("next").NextConfig} */
const nextConfig = {
  env: { HOME_GATE_KEY: process.env.HOME_GATE_KEY },
  poweredByHeader: false,
  reactStrictMode: true,
  // Next's development log prints the arguments of server actions, and those hold what people typed.
  logging: { serverFunctions: false },
  serverExternalPackages: ["twilio", "@sendgrid/mail", "@sendgrid/client"],
  // docs/decisions/storefront-is-made-on-first-request.md
  rewrites: async () => [{ source: "/", destination: "/storefront/today" }],
  redirects: async () => [{ source: "/storefront/:path*", destination: "/", permanent: false }],
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // docs/decisions/mailed-links-only-prefill.md says why the Referrer-Policy is the common one.
    { source: "/not-me/:path*", headers: [{ key: "X-Robots-Tag", value: "noindex, nofollow" }] },
  ],
};

export default nextConfig;
