import { NextResponse } from "next/server";
import { findCurrentUser } from "@/lib/auth/current-user";
import { isServiceUnavailable } from "@/lib/auth/service-unavailable";

/** Who is logged in here, for the header of pages that are the same for everyone: a name and a role, nothing more. */
export async function GET(): Promise<NextResponse> {
  const headers = { "Cache-Control": "private, no-store" };
  try {
    const user = await findCurrentUser();
    return NextResponse.json({ user: user && { username: user.username, role: user.role } }, { headers });
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return NextResponse.json({ user: null }, { status: 503, headers });
  }
}
