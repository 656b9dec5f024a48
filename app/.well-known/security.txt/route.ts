import { env, supportEmail } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";

export const dynamic = "force-dynamic";

/** RFC 9116, 2.5.5 recommends less than a year. The contact is as current as the deployment that answers. */
const validForMs = 180 * 24 * 60 * 60_000;

/** Where to report a weakness of the shop (RFC 9116). */
export function GET(): Response {
  const lines = [
    `Contact: mailto:${encodeURI(supportEmail())}`,
    `Expires: ${new Date(Date.now() + validForMs).toISOString()}`,
    `Preferred-Languages: ${locales.join(", ")}`,
    `Canonical: ${env().APP_URL}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
