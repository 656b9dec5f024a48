import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Where password managers send people to add and manage passkeys (w3.org/TR/passkey-endpoints). */
export function GET(): Response {
  const page = `${env().APP_URL}/account/passkeys`;
  return Response.json({ enroll: page, manage: page });
}
