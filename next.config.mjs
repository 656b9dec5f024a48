import { randomBytes } from "node:crypto";

// The premium page is prerendered under this key (DESIGN.md section 7). Made once a build and handed to Next's
// workers through the environment; inlined into server and middleware code only, because no client file names it.
process.env.HOME_GATE_KEY ??= randomBytes(24).toString("hex");

/** @type {import("next").NextConfig} */
const nextConfig = {
  env: { HOME_GATE_KEY: process.env.HOME_GATE_KEY },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["twilio", "@sendgrid/mail", "@sendgrid/client"],
};

export default nextConfig;
