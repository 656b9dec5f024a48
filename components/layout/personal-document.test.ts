import { afterEach, beforeEach, expect, it, vi } from "vitest";

const ann = { mark: "mark-of-ann", username: "ann", role: "CUSTOMER" } as const;
const bob = { mark: "mark-of-bob", username: "bob", role: "CUSTOMER" } as const;

type Module = typeof import("./personal-document");
type Shop = (signal?: AbortSignal) => Response | Promise<Response>;

let shop: Shop;
let guard: Module;
let isHidden: boolean;
const reload = vi.fn();
const asked = vi.fn();

const says = (
  user: typeof ann | typeof bob | null | (Omit<typeof ann, "username"> & { username: string }),
  status = 200,
) => Response.json({ user }, { status });

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  reload.mockReset();
  asked.mockReset();
  isHidden = false;
  const root = { toggleAttribute: (_name: string, isOn: boolean) => (isHidden = isOn) };
  vi.stubGlobal("window", Object.assign(new EventTarget(), { location: { reload } }));
  vi.stubGlobal("document", Object.assign(new EventTarget(), { documentElement: root, hidden: false }));
  vi.stubGlobal("fetch", async (_path: string, { signal }: RequestInit) => {
    asked();
    return await shop(signal ?? undefined);
  });
  guard = await import("./personal-document");
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The header, which listens before the guard does: it names who is here, on a kept page too. */
function showHeader(): void {
  window.addEventListener("pageshow", (event) => {
    guard.askOnReturn(event).then(
      ({ user }) => guard.noteWhoIsHere(user),
      () => {},
    );
  });
}

async function leaveAndComeBack(answers: Shop, afterMs = 0): Promise<void> {
  shop = answers;
  window.dispatchEvent(new Event("pagehide"));
  expect(isHidden).toBe(true);
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await vi.advanceTimersByTimeAsync(afterMs);
}

it("a cached page is shown again to the same member, even with a new username, after one request", async () => {
  showHeader();
  guard.noteWhoIsHere(ann);
  await leaveAndComeBack(() => says({ ...ann, username: "anna" }));
  expect([isHidden, reload.mock.calls.length, asked.mock.calls.length]).toEqual([false, 0, 1]);
});

it("a cached page stays hidden from a member who logged in later, and is loaded again", async () => {
  showHeader();
  guard.noteWhoIsHere(ann);
  await leaveAndComeBack(() => says(bob));
  expect(isHidden).toBe(true);
  expect(reload).toHaveBeenCalled();
});

it("a cached page that had no member yet stays hidden from the first member in its header", async () => {
  showHeader();
  guard.guardPersonalData();
  await leaveAndComeBack(() => says(bob));
  expect(isHidden).toBe(true);
  expect(reload).toHaveBeenCalled();
});

it("a header that showed one member does not show another in the same document", () => {
  guard.noteWhoIsHere(ann);
  guard.noteWhoIsHere(bob);
  expect(isHidden).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

it("a cached page asks once more while a re-authentication gives the session a new token", async () => {
  guard.noteWhoIsHere(ann);
  const answers = [says(null, 503), says(ann)];
  await leaveAndComeBack(() => answers.shift() ?? says(null), 2_000);
  expect([isHidden, reload.mock.calls.length, asked.mock.calls.length]).toEqual([false, 0, 2]);
});

it("a cached page is loaded again if the second request has no answer about the member either", async () => {
  guard.noteWhoIsHere(ann);
  await leaveAndComeBack(() => says(null, 503), 2_000);
  expect([isHidden, reload.mock.calls.length, asked.mock.calls.length]).toEqual([true, 1, 2]);
});

it("a cached page is loaded again if the shop does not answer", async () => {
  const deadline = new AbortController();
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(deadline.signal);
  guard.noteWhoIsHere(ann);
  await leaveAndComeBack(
    (signal) => new Promise((_, fail) => signal?.addEventListener("abort", () => fail(signal.reason))),
  );
  expect(timeout).toHaveBeenCalledWith(4_000);
  expect(reload).not.toHaveBeenCalled();
  deadline.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect([isHidden, reload.mock.calls.length]).toEqual([true, 1]);
});

it("returning to the tab loads the page again for another member, but not while the shop does not know who it is", async () => {
  guard.noteWhoIsHere(ann);
  const look = async (answer: Response) => {
    shop = () => answer;
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(0);
  };
  await look(says(null, 503));
  await look(says({ ...ann, username: "anna" }));
  expect(reload).not.toHaveBeenCalled();
  await look(says(bob));
  expect(reload).toHaveBeenCalledOnce();
});
