import { readFileSync } from "node:fs";
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import { streamSSE } from "hono/streaming";
import type { EmulatorEnv, World } from "@/emulator/state/world";
import { detailView, nothingChosen } from "./detail-view";
import { listView } from "./list-view";
import { findMessage } from "./message-routes";
import { controlsView, icon } from "./page-views";

const heartbeatMs = 15_000;
const pageSecurity =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A mail is a stranger's page: no script, no request to anywhere, no cookie, only its own styles. */
const mailSecurity =
  "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

// In this order: what comes later overrides what comes before it.
const styleSheets = ["bar.css", "panes.css", "message.css", "message-log.css", "small-screens.css"];

function asset(names: string[], type: string) {
  const source = names.map((name) => readFileSync(new URL(`./${name}`, import.meta.url), "utf8")).join("\n");
  return (context: Context<EmulatorEnv>) =>
    context.body(source, 200, { "content-type": type, "cache-control": "no-cache" });
}

/** `/`: the inbox for people. It works as plain pages, and lives with its small script. */
export function addInboxPage(app: Hono<EmulatorEnv>, world: World): void {
  const chosen = (context: Context<EmulatorEnv>) => findMessage(world, context.req.query("message") ?? "");
  const search = (context: Context<EmulatorEnv>) => context.req.query("search") ?? "";

  app.get("/", (context) => {
    const message = chosen(context);
    context.header("Content-Security-Policy", pageSecurity);
    context.header("Cache-Control", "no-store");
    context.header("Referrer-Policy", "no-referrer");
    return context.html(
      pageDocument({
        controls: controlsView(world, { to: undefined, offered: message?.to }),
        list: listView(world, search(context), message?.id),
        detail: message === undefined ? nothingChosen() : detailView(world, message),
        isOpen: message !== undefined,
        search: search(context),
      }),
    );
  });
  app.get("/emulator/inbox/page.css", asset(styleSheets, "text/css"));
  app.get("/emulator/inbox/page.js", asset(["page-script.js"], "text/javascript"));
  app.get("/emulator/inbox/controls", (context) => {
    const offered = chosen(context)?.to;
    const to = offered !== undefined && context.req.query("to") === offered ? offered : undefined;
    return context.html(controlsView(world, { to, offered }));
  });
  app.get("/emulator/inbox/list", (context) =>
    context.html(listView(world, search(context), context.req.query("message"))),
  );
  app.get("/emulator/inbox/detail", (context) => {
    const message = chosen(context);
    return context.html(message === undefined ? nothingChosen() : detailView(world, message));
  });
  app.get("/emulator/messages/:id/page", (context) => {
    const message = findMessage(world, context.req.param("id"));
    context.header("Content-Security-Policy", mailSecurity);
    return context.html(message?.html ?? "");
  });
  app.get("/emulator/events", (context) =>
    streamSSE(context, async (stream) => {
      const unsubscribe = world.mailroom.subscribe((event) => {
        const data = event.kind === "arrived" ? JSON.stringify({ id: event.message.id, to: event.message.to }) : "{}";
        void stream.writeSSE({ event: event.kind, data });
      });
      await stream.writeSSE({ event: "heartbeat", data: "{}" });
      const heartbeat = setInterval(() => void stream.writeSSE({ event: "heartbeat", data: "{}" }), heartbeatMs);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      clearInterval(heartbeat);
      unsubscribe();
    }),
  );
}

type Fragment = ReturnType<typeof html>;

/** The page around the inbox's three parts, each of which can be fetched again by itself. */
function pageDocument(parts: {
  controls: Fragment;
  list: Fragment;
  detail: Fragment;
  isOpen: boolean;
  search: string;
}): Fragment {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>Inbox</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' fill='%230c6b58'/%3E%3Cpath d='M7 11l9 7 9-7v11H7z' fill='%23fff'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/emulator/inbox/page.css">
<script src="/emulator/inbox/page.js" defer></script>
</head>
<body class="${parts.isOpen ? "is-open" : ""}">
<header class="bar">
  <a class="brand" href="/"><span class="mark">${icon("mail")}</span><div><h1>Inbox</h1><small>Twilio Verify, SendGrid and Stripe, played on this machine</small></div></a>
  <form class="search" role="search" method="get" action="/">
    ${icon("search")}
    <input type="search" name="search" value="${parts.search}" placeholder="Search" aria-label="Search by address or subject" autocomplete="off" spellcheck="false">
  </form>
  <button class="button quiet" type="button" data-toggle-controls aria-label="Time and faults" aria-expanded="false" aria-controls="controls">${icon("sliders")}<span>Time and faults</span></button>
</header>
<section id="controls" class="controls" hidden aria-label="Time and faults">${parts.controls}</section>
<main class="panes">
  <nav id="list" class="list" aria-label="Messages">${parts.list}</nav>
  <article id="detail" class="detail" tabindex="-1">${parts.detail}</article>
</main>
<p id="announcer" class="unseen" aria-live="polite"></p>
</body>
</html>`;
}
