import { exportUsers } from "@/lib/users/export-users";
import { listUsers, type UserListQuery, userPageSize } from "@/lib/users/list-users";
import type { UserFilter } from "@/lib/users/user-filter";
import { cursorOf, type UserCursor, type UserOrder, userOrders } from "@/lib/users/user-order";

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

const filters: Record<string, (run: number) => UserFilter> = {
  "all users": () => ({}),
  "search, one user": (run) => ({ search: `smith${[1234, 20_571, 481_516, 77_777][run % 4]}` }),
  "search, some": (run) => ({ search: `${["garcia", "tanaka", "yilmaz"][run % 3]}${100 + (run % 50)}` }),
  "search, a first name (2 %)": (run) => ({ search: ["john", "zoe", "priya", "hugo"][run % 4] ?? "" }),
  "search, 'exa' (82 %)": () => ({ search: "exa" }),
  "search, 'mar' (8 %)": () => ({ search: "mar" }),
  "search, nobody": (run) => ({ search: `qzx${run}vw` }),
  "search, common words that nobody has in this order": () => ({ search: "com.example" }),
  "search, a phone number": (run) => ({ search: `+44 7700 900${String(run % 1_000).padStart(3, "0")}` }),
  "search, a last name (2 %)": (run) => ({ search: ["young", "adler", "zimmer"][run % 3] ?? "" }),
  "search, a name and a digit (0.2 %)": (run) => ({ search: `mueller${1 + (run % 9)}` }),
  "search, a mail domain (2 %)": () => ({ search: "studio.ex" }),
  "search, the beginning of phone numbers": (run) => ({ search: `44 7700 900${run % 10}` }),
  "search, three digits (24 %)": () => ({ search: "900" }),
  "search, two letters": (run) => ({ search: ["jo", "qx", "zo"][run % 3] ?? "" }),
  customers: () => ({ role: "CUSTOMER" }),
  staff: () => ({ role: "STAFF" }),
  admins: () => ({ role: "ADMIN" }),
  disabled: () => ({ status: "disabled" }),
  "registered on a day": (run) => ({ registeredFrom: daysAgo(101 + run), registeredBefore: daysAgo(100 + run) }),
  "registered long ago": () => ({ registeredBefore: daysAgo(900) }),
  "registered lately": () => ({ registeredFrom: daysAgo(2) }),
  "last login on a day": (run) => ({ lastLoginFrom: daysAgo(101 + run), lastLoginBefore: daysAgo(100 + run) }),
  "last login over a year ago": () => ({ lastLoginBefore: daysAgo(365) }),
  "last login today": () => ({ lastLoginFrom: daysAgo(1) }),
  "never logged in": () => ({ hasNeverLoggedIn: true }),
  "with a passkey": () => ({ hasPasskey: true }),
  "staff, disabled": () => ({ role: "STAFF", status: "disabled" }),
  // A search together with each other filter: of those whom either finds few may fit both.
  "admins, search 'mar'": () => ({ role: "ADMIN", search: "mar" }),
  "staff, search 'exa'": () => ({ role: "STAFF", search: "exa" }),
  "customers, search a first name": () => ({ role: "CUSTOMER", search: "vera" }),
  "disabled, search 'mar'": () => ({ status: "disabled", search: "mar" }),
  "active, search a first name": () => ({ status: "active", search: "vera" }),
  "with a passkey, search 'mar'": () => ({ hasPasskey: true, search: "mar" }),
  "with a passkey, search a first name": () => ({ hasPasskey: true, search: "vera" }),
  "without a passkey, search a first name": () => ({ hasPasskey: false, search: "vera" }),
  "registered long ago, search a last name": () => ({ registeredBefore: daysAgo(700), search: "young" }),
  "registered in 100 days, search 'mar'": () => ({
    registeredFrom: daysAgo(400),
    registeredBefore: daysAgo(300),
    search: "mar",
  }),
  "last login in 10 days, search 'exa'": () => ({
    lastLoginFrom: daysAgo(100),
    lastLoginBefore: daysAgo(90),
    search: "exa",
  }),
  "never logged in, search a first name": () => ({ hasNeverLoggedIn: true, search: "vera" }),
  "disabled, passkey, search 'lee'": () => ({ status: "disabled", hasPasskey: true, search: "lee" }),
};

/** Each filter in each order, and page 1,000 of each order. */
export async function userCases(): Promise<ScaleCase[]> {
  const cases = Object.entries(filters).flatMap(([name, filter]) =>
    userOrders.map((order) => ({
      name: `users · ${name} · ${order}`,
      read: (run: number) => listUsers({ filter: filter(run), order }),
    })),
  );
  for (const order of userOrders) {
    for (const filter of [{}, { search: "exa" }]) {
      const deep = await page1000(filter, order);
      const what = filter.search ? "search 'exa'" : "all users";
      cases.push({ name: `users · page 1,000 of ${what} · ${order}`, read: () => listUsers(deep) });
      cases.push({
        name: `users · page 999 of ${what}, backwards · ${order}`,
        read: () => listUsers({ filter, order, before: deep.after }),
      });
    }
  }
  return cases;
}

async function page1000(filter: UserFilter, order: UserOrder): Promise<UserListQuery & { after: UserCursor }> {
  const before = 999 * userPageSize;
  let read = 0;
  for await (const users of exportUsers(filter, order)) {
    const last = users[before - read - 1];
    if (last) return { filter, order, after: cursorOf(last, order) };
    read += users.length;
  }
  throw new Error("There are not a thousand pages.");
}

/** One way of reading the dashboard. `read` is given the number of its run, to vary what it asks for. */
export type ScaleCase = { name: string; read: (run: number) => Promise<unknown> };

export type ScaleResult = { name: string; best: number; p50: number; p95: number };

const warmUpRuns = 5;

/** Reads again and again and gives the milliseconds until the rows were here: the database's time, and a little more. */
export async function measureCase({ name, read }: ScaleCase, runs: number): Promise<ScaleResult> {
  const times: number[] = [];
  for (let run = 0; run < warmUpRuns + runs; run++) {
    const startedAt = performance.now();
    await read(run);
    if (run >= warmUpRuns) times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { name, best: at(0), p50: at(0.5), p95: at(0.95) };
}
