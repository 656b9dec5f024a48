import { checkReadiness } from "@/lib/admin/check-readiness";

/** Readiness: whether this process can serve shoppers, with 503 where it cannot. Names parts, tells no details. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return Response.json(readiness, {
    status: readiness.status === "ready" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
