import { readFileSync } from "node:fs";
import type { Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { controlsView } from "@/emulator/inbox/controls-view";
import { detailView, nothingChosen } from "@/emulator/inbox/detail-view";
import { listView } from "@/emulator/inbox/list-view";
import { findMessage } from "@/emulator/inbox/message-routes";
import { pageDocument } from "@/emulator/inbox/page-document";
import type { EmulatorEnv, World } from "@/emulator/state/world";

const heartbeatMs = 15_000;
const pageSecurity =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A mail is a stranger's page: no script, no request to anywhere, no cookie, only its own styles. */
const mailSecurity =
  "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

function asset(name: string, type: string) {
  const source = readFileSync(new URL(`./${name}`, import.meta.url), "utf8");
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
  app.get("/emulator/inbox/page.css", asset("page.css", "text/css"));
  app.get("/emulator/inbox/page.js", asset("page-script.js", "text/javascript"));
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
