import { checkReadiness } from "@/lib/admin/check-readiness";

/** 503 if not ready. Names parts, no details. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return Response.json(readiness, {
    status: readiness.status === "ready" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
