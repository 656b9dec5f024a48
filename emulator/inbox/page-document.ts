import { html } from "hono/html";
import { icon } from "@/emulator/inbox/icons";

type Fragment = ReturnType<typeof html>;

/** The page around the inbox's three parts, each of which can be fetched again by itself. */
export function pageDocument(parts: {
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
  <a class="brand" href="/"><span class="mark">${icon("mail")}</span><div><h1>Inbox</h1><small>Twilio Verify and SendGrid, played on this machine</small></div></a>
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
