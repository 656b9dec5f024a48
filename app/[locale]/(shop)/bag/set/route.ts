import type { NextRequest } from "next/server";
import { answerBagForm, set } from "@/app/[locale]/(shop)/bag/change-bag";
import { seeOther } from "@/lib/http/safe-redirect";

/** An address typed in, or kept by a browser. */
export function GET(): Response {
  return seeOther("/bag");
}

export async function POST(request: NextRequest): Promise<Response> {
  return await answerBagForm(request, set);
}
