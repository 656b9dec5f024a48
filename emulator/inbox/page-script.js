// Runs in the browser. The server renders every part; this only fetches a part again when something has changed.
const list = document.querySelector("#list");
const detail = document.querySelector("#detail");
const controls = document.querySelector("#controls");
const announcer = document.querySelector("#announcer");
const search = document.querySelector("input[name=search]");

let aheadMs = 0;
let isFrozen = false;
/** The address that the buttons concern, or nothing for everyone. */
let scope = "";

function chosenId() {
  return new URLSearchParams(location.search).get("message");
}

function nowMs() {
  const { now } = controls.querySelector("[data-now]").dataset;
  return isFrozen ? Number(now) : Date.now() + aheadMs;
}

function age(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 5) return "now";
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

function readClock() {
  const group = controls.querySelector("[data-now]");
  isFrozen = group.dataset.isFrozen === "true";
  document.body.classList.toggle("is-unusual", group.dataset.isUnusual === "true");
  aheadMs = Number(group.dataset.now) - Date.now();
}

function tick() {
  const now = nowMs();
  for (const time of document.querySelectorAll("time[data-age]")) {
    time.textContent = age(now - Date.parse(time.dateTime));
    time.title = new Date(time.dateTime).toLocaleString();
  }
  for (const time of document.querySelectorAll("time[data-clock]"))
    time.textContent = new Date(time.dateTime).toLocaleTimeString([], { timeStyle: "medium" });
  for (const progress of document.querySelectorAll("progress[data-life-end]")) {
    const start = Date.parse(progress.dataset.lifeStart);
    const end = Date.parse(progress.dataset.lifeEnd);
    progress.value = Math.max(0, Math.min(1, (end - now) / (end - start)));
    const left = progress.parentElement.querySelector("[data-left]");
    const seconds = Math.ceil((end - now) / 1000);
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
    if (seconds <= 0) void refreshDetail();
  }
  const output = controls.querySelector("[data-now-text]");
  output.textContent = `${new Date(now).toLocaleString([], { dateStyle: "medium", timeStyle: "medium" })}${isFrozen ? ", stopped" : ""}`;
}

/** A press is lost if what was pressed is replaced before it is released: what is new waits until then. */
let released = Promise.resolve();
addEventListener("pointerdown", () => {
  released = new Promise((resolve) => {
    // The click comes right behind these.
    for (const name of ["pointerup", "pointercancel"])
      addEventListener(name, () => setTimeout(resolve), { once: true });
  });
});

async function fetchInto(element, path) {
  const response = await fetch(path);
  if (!response.ok) return false;
  const text = await response.text();
  await released;
  if (element.dataset.source === text) return false;
  element.dataset.source = text;
  element.innerHTML = text;
  return true;
}

function controlsPath() {
  return `/emulator/inbox/controls?${new URLSearchParams({ message: chosenId() ?? "", to: scope })}`;
}

function listPath() {
  const query = new URLSearchParams();
  if (search.value) query.set("search", search.value);
  const id = chosenId();
  if (id) query.set("message", id);
  return `/emulator/inbox/list?${query}`;
}

async function refreshDetail() {
  const id = chosenId();
  const response = await fetch(`/emulator/inbox/detail?message=${encodeURIComponent(id ?? "")}`);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").body;
  await released;
  // The mail itself cannot change: replacing only what lives keeps the reader's tab and scroll position.
  if (detail.dataset.id === (id ?? "")) {
    for (const part of fresh.querySelectorAll("[data-live]"))
      detail.querySelector(`[data-live=${part.dataset.live}]`)?.replaceWith(part);
  } else {
    detail.replaceChildren(...fresh.childNodes);
    detail.dataset.id = id ?? "";
    fitFrame();
  }
  document.body.classList.toggle("is-open", id !== null);
}

let isRefreshing = false;
let isStale = false;

async function refresh() {
  if (isRefreshing) {
    isStale = true;
    return;
  }
  isRefreshing = true;
  do {
    isStale = false;
    await Promise.all([
      fetchInto(list, listPath()),
      fetchInto(controls, controlsPath()).then(readClock),
      refreshDetail(),
    ]).catch(() => {});
    tick();
  } while (isStale);
  isRefreshing = false;
}

function fitFrame() {
  const frame = detail.querySelector("iframe");
  if (!frame) return;
  const adjust = () => {
    const page = frame.contentDocument?.documentElement;
    if (page) frame.style.height = `${Math.max(page.scrollHeight, frame.contentDocument.body?.scrollHeight ?? 0)}px`;
  };
  frame.addEventListener("load", adjust);
  new ResizeObserver(adjust).observe(detail);
  adjust();
}

async function open(id, { isNew = true } = {}) {
  const query = new URLSearchParams();
  if (search.value) query.set("search", search.value);
  if (id) query.set("message", id);
  if (isNew) history.pushState({}, "", query.size > 0 ? `/?${query}` : "/");
  for (const row of list.querySelectorAll(".row")) row.setAttribute("aria-current", String(row.dataset.message === id));
  await Promise.all([refreshDetail(), fetchInto(controls, controlsPath()).then(readClock)]);
  tick();
  if (id) detail.focus({ preventScroll: true });
  detail.scrollTop = 0;
}

async function copy(button) {
  const label = button.querySelector("[data-copy-label]");
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = "Copied";
    announcer.textContent = `Copied: ${button.dataset.copy}`;
  } catch {
    getSelection()?.selectAllChildren(button.querySelector(".digits") ?? button.previousElementSibling);
    label.textContent = "Selected";
  }
  button.classList.add("is-copied");
  setTimeout(() => {
    label.textContent = "Copy";
    button.classList.remove("is-copied");
  }, 1600);
}

function showTab(name) {
  for (const tab of detail.querySelectorAll("[data-tab]")) {
    tab.setAttribute("aria-selected", String(tab.dataset.tab === name));
    tab.tabIndex = tab.dataset.tab === name ? 0 : -1;
  }
  for (const pane of detail.querySelectorAll("[data-pane]")) pane.hidden = pane.dataset.pane !== name;
}

/** Arrow keys move between tabs. @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
function moveTab(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined) return false;
  const tabs = [...detail.querySelectorAll("[data-tab]")];
  const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
  showTab(next.dataset.tab);
  next.focus();
  event.preventDefault();
  return true;
}

document.addEventListener("click", (event) => {
  const at = (selector) => event.target.closest(selector);
  const row = at("[data-message]");
  if ((row || at("[data-back]")) && !event.metaKey && !event.ctrlKey) {
    event.preventDefault();
    void open(row?.dataset.message ?? null);
  } else if (at("[data-copy]")) void copy(at("[data-copy]"));
  else if (at("[data-tab]")) showTab(at("[data-tab]").dataset.tab);
  else if (at("[data-scope]")) {
    scope = at("[data-scope]").dataset.scope;
    void refresh();
  } else if (at("[data-toggle-controls]")) {
    controls.hidden = !controls.hidden;
    at("[data-toggle-controls]").setAttribute("aria-expanded", String(!controls.hidden));
  } else if (at("[data-clear]")) {
    if (confirm("Remove all messages?")) void fetch("/emulator/messages", { method: "DELETE" }).then(() => open(null));
  } else if (at("[data-post]")) {
    const { post, body = "{}" } = at("[data-post]").dataset;
    void fetch(post, { method: "POST", body, headers: { "content-type": "application/json" } });
  } else if (at("[data-delete]")) void fetch(at("[data-delete]").dataset.delete, { method: "DELETE" });
});

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input") || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.target.matches("[role=tab]") && moveTab(event)) return;
  const rows = [...list.querySelectorAll(".row")];
  const current = rows.findIndex((row) => row.dataset.message === chosenId());
  if (event.key === "j") rows[current + 1]?.click();
  else if (event.key === "k") rows[Math.max(0, current - 1)]?.click();
  else if (event.key === "Escape" && chosenId()) void open(null);
  else if (event.key === "c") {
    const code = detail.querySelector("[data-copy]");
    const newest = rows.find((row) => row.querySelector(".chip"));
    if (code) void copy(code);
    else if (newest) void open(newest.dataset.message).then(() => copy(detail.querySelector("[data-copy]")));
  }
});

search.addEventListener("input", () => void fetchInto(list, listPath()).then(tick));
search.form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", () => void open(chosenId(), { isNew: false }));

const events = new EventSource("/emulator/events");
events.addEventListener("arrived", (event) => {
  const { id, to } = JSON.parse(event.data);
  announcer.textContent = `New message for ${to}.`;
  void refresh().then(() => {
    for (const row of list.querySelectorAll(".row")) row.classList.toggle("is-new", row.dataset.message === id);
  });
});
events.addEventListener("changed", () => void refresh());
events.addEventListener("open", () => document.body.classList.remove("is-offline"));
events.addEventListener("error", () => document.body.classList.add("is-offline"));

detail.dataset.id = chosenId() ?? "";
readClock();
fitFrame();
tick();
setInterval(tick, 1000);
