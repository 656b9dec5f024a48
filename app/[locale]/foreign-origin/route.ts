import { NextResponse } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { env } from "@/lib/env";

export function GET(): NextResponse {
  return NextResponse.redirect(new URL("/", env().APP_URL), 307);
}

/** Refuses and audits a foreign POST; the middleware has no database. */
async function refuse(request: Request): Promise<Response> {
  return await refuseForeignOrigin(request.headers);
}

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
