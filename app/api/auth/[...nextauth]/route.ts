import { NextRequest } from "next/server";
import { handlers } from "@/lib/auth/next-auth";
import { env } from "@/lib/env";

// What of NextAuth's API stands open. Its sign-in and sign-out pages are not among it: ours do that work.
const openPaths = {
  GET: ["/api/auth/csrf", "/api/auth/session", "/api/auth/providers"],
  POST: ["/api/auth/callback/credentials"],
};

export async function GET(request: NextRequest): Promise<Response> {
  return await pass(request, "GET", handlers.GET);
}

export async function POST(request: NextRequest): Promise<Response> {
  return await pass(request, "POST", handlers.POST);
}

async function pass(
  request: NextRequest,
  method: "GET" | "POST",
  handler: (request: NextRequest) => Promise<Response>,
) {
  const { pathname, search } = request.nextUrl;
  if (!openPaths[method].includes(pathname)) return new Response("Not found", { status: 404 });
  // NextAuth builds URLs from the request's; ours start with the configured address, never with the Host header.
  return await handler(new NextRequest(`${env().APP_URL}${pathname}${search}`, request));
}
