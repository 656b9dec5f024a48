import { after } from "next/server";
import { recordRefusedAccess } from "@/lib/auth/access/access-rules";
import { env } from "@/lib/env";
import { hasBearerToken } from "@/lib/http/bearer-token";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor } from "@/lib/http/visitor";
import { runDailyJob } from "@/lib/jobs/daily-job";

/** In seconds: what Vercel's smallest plan allows. */
export const maxDuration = 60;

const statusOf = { finished: 200, unfinished: 202, running: 202, failed: 500 };

/** For schedulers, as Vercel calls it. 202: call again to continue. */
export async function GET(request: Request): Promise<Response> {
  const secret = env().CRON_SECRET;
  if (secret === undefined) return answer(404, null);
  if (!hasBearerToken(request.headers, secret)) {
    const visitor = readVisitor(request.headers);
    after(() => recordRefusedAccess("wrong job secret", visitor));
    return answer(401, null, { "WWW-Authenticate": "Bearer" });
  }
  try {
    const report = await runDailyJob();
    return answer(statusOf[report.state], `${JSON.stringify(report)}\n`);
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return answer(503, null);
  }
}

function answer(status: number, body: string | null, headers: Record<string, string> = {}): Response {
  const type: Record<string, string> = body === null ? {} : { "Content-Type": "application/json" };
  return new Response(body, { status, headers: { ...type, ...headers, "Cache-Control": "no-store" } });
}
