import { plainPage } from "@/app/plain-page";
import { messages } from "@/lib/auth/messages";

/** Seconds after which it is worth trying again. */
const retryAfterSeconds = 30;

function answer(): Response {
  return plainPage({
    locale: "en",
    status: 503,
    retryAfterSeconds,
    title: "Back in a moment",
    sentence: messages.SHOP_UNAVAILABLE,
    link: { path: "/", label: "Go to the shop window" },
  });
}

/** What a visitor sees while the database does not answer: needs nothing itself, so that it can always be shown. */
export const GET = answer;
export const POST = answer;
