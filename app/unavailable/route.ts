import { messages } from "@/lib/auth/messages";

/** Seconds after which it is worth trying again. */
const retryAfterSeconds = 30;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Back in a moment · myshop</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 18px/1.55 system-ui, sans-serif; background: Canvas; color: CanvasText; }
  main { max-width: 34rem; padding: 2rem; }
  h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 1rem; }
  a { color: LinkText; display: inline-block; padding: .75rem 0; }
</style>
</head>
<body>
<main>
<h1>Back in a moment</h1>
<p>${messages.SHOP_UNAVAILABLE}</p>
<p><a href="/">Go to the shop window</a></p>
</main>
</body>
</html>`;

function answer(): Response {
  return new Response(page, {
    status: 503,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Retry-After": String(retryAfterSeconds),
    },
  });
}

/** What a visitor sees while the database does not answer: needs nothing itself, so that it can always be shown. */
export const GET = answer;
export const POST = answer;
