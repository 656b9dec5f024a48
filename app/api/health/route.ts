import { answerProbe } from "@/lib/checks/shop-probe";

/** The process lives. `npm run doctor` also learns how its signed request arrived. */
export async function GET(request: Request): Promise<Response> {
  const probe = await answerProbe(request.headers);
  return Response.json(
    { status: "ok", ...(probe === null ? {} : { probe }) },
    { headers: { "Cache-Control": "no-store" } },
  );
}
