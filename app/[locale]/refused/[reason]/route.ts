import { plainPage } from "@/app/plain-page";
import { knownMethods } from "@/lib/auth/unreadable-request";

/** Where instrumentation-node.ts sends what Next could not read. Tells what was wrong with it and changes nothing. */
export async function GET(_request: Request, { params }: { params: Promise<{ reason: string }> }): Promise<Response> {
  const link = { path: "/", label: "Go to the shop window" };
  if ((await params).reason === "method") {
    const sentence = "The shop does not answer requests of this kind. Nothing was changed.";
    const page = plainPage({
      locale: "en",
      status: 405,
      title: "Not this way",
      sentence,
      link,
    });
    page.headers.set("Allow", knownMethods.join(", "));
    return page;
  }
  const sentence = "This address has characters in it that no page of the shop has. Check it, or start again.";
  return plainPage({
    locale: "en",
    status: 400,
    title: "Nothing at this address",
    sentence,
    link,
  });
}
