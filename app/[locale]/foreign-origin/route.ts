import { NextResponse } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { env } from "@/lib/env";

/** Nobody is refused who only looks. */
export function GET(): NextResponse {
  return NextResponse.redirect(new URL("/", env().APP_URL), 307);
}

/** Where the middleware, which has no database, sends what another site posts: refused, and noted in the trail. */
async function refuse(request: Request): Promise<Response> {
  return await refuseForeignOrigin(request.headers);
}

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
