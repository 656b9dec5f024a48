import { createHmac, randomBytes } from "node:crypto";
import { strictPolicy } from "./lib/content-security/policy.mjs";

// The members' page is prerendered under this key. No client file names it. Builds with the same secret share it.
const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: buildSecret } = process.env;
process.env.HOME_GATE_KEY ??= buildSecret
  ? createHmac("sha256", buildSecret).update("members' page").digest("hex").slice(0, 48)
  : randomBytes(24).toString("hex");

const securityHeaders = [
  { key: "Content-Security-Policy", value: strictPolicy },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
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
  output: process.env.VERCEL ? undefined : "standalone",
  // Otherwise a lockfile further up moves the output.
  outputFileTracingRoot: import.meta.dirname,
  outputFileTracingExcludes: { "*": ["node_modules/sharp/**", "node_modules/@img/**"] },
  turbopack: { root: import.meta.dirname },
  env: { HOME_GATE_KEY: process.env.HOME_GATE_KEY },
  poweredByHeader: false,
  // Next would hash each page per answer (docs/decisions/page-speed.md).
  generateEtags: false,
  reactStrictMode: true,
  // Otherwise Next writes localhost for 127.0.0.1 and takes it for foreign.
  skipProxyUrlNormalize: true,
  experimental: { proxyClientMaxBodySize: "64kb" },
  images: { unoptimized: true },
  // Next would log what people typed.
  logging: { serverFunctions: false },
  serverExternalPackages: [
    "twilio",
    "@sendgrid/mail",
    "@sendgrid/client",
    "@vercel/otel",
    "@opentelemetry/api",
    "@opentelemetry/sdk-metrics",
    "@opentelemetry/exporter-metrics-otlp-http",
    "@opentelemetry/exporter-metrics-otlp-proto",
  ],
  redirects: async () => [
    { source: "/storefront/:path*", destination: "/", permanent: false },
    // Next's own error page answers 500.
    { source: "/_global-error", destination: "/", permanent: false },
  ],
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/api/:path*", headers: [{ key: "X-Robots-Tag", value: "noindex, nofollow" }] },
  ],
};

export default nextConfig;
