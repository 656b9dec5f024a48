import { after } from "next/server";
import { recordRefusedAccess } from "@/lib/auth/access/access-rules";
import { env } from "@/lib/env";
import { hasBearerToken } from "@/lib/http/bearer-token";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { readVisitor } from "@/lib/http/visitor";
import { runDailyJob } from "@/lib/jobs/daily-job";

/** In seconds: what Vercel's smallest plan allows. */
export const maxDuration = 60;

const headers = { "Cache-Control": "no-store" };
const statusOf = { finished: 200, unfinished: 202, running: 202, failed: 500 };

/** For schedulers, as Vercel calls it. 202: call again to continue. */
export async function GET(request: Request): Promise<Response> {
  const secret = env().CRON_SECRET;
  if (secret === undefined)
    return new Response("This path is closed: CRON_SECRET is not set.\n", { status: 404, headers });
  if (!hasBearerToken(request.headers, secret)) {
    const visitor = readVisitor(request.headers);
    after(() => recordRefusedAccess("wrong job secret", visitor));
    return new Response("Send CRON_SECRET as the bearer token.\n", {
      status: 401,
      headers: { ...headers, "WWW-Authenticate": "Bearer" },
    });
  }
  try {
    const report = await runDailyJob();
    return Response.json(report, { status: statusOf[report.state], headers });
  } catch (error) {
    if (!isServiceUnavailable(error)) throw error;
    return new Response("The database does not answer. Call again in a minute.\n", { status: 503, headers });
  }
}
