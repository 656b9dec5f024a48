import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { createUser, newPerson } from "@/test/login-parts";
import { newPhone } from "@/test/phone-parts";
import { listUsers, type UserRow, userPageSize } from "./list-users";
import type { UserFilter } from "./user-filter";
import { type UserOrder, userOrders } from "./user-order";

const mark = newPerson().username;
const block = newPhone().slice(0, -2);
const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
const day = (number: number, hour = 12) => new Date(Date.UTC(2001, 0, number, hour));

/** Thirty users of three days and three last logins, so that most have equals in every order. */
beforeAll(async () => {
  for (let number = 0; number < userPageSize + 5; number++) {
    const digits = String(number).padStart(2, "0");
    const username = `${mark}-${digits}`;
    const { id } = await createUser({ username, email: `${username}@example.com`, phone: `${block}${digits}` });
    await db().user.update({
      where: { id },
      data: {
        createdAt: day(1 + (number % 3)),
        lastLoginAt: [null, day(10), day(11)][number % 3] ?? null,
        role: number === 3 ? "STAFF" : "CUSTOMER",
        disabledAt: number === 4 ? day(5) : null,
      },
    });
    if (number === 5) await addPasskey(id);
  }
});
afterAll(() => db().user.deleteMany({ where: { usernameKey: { startsWith: mark } } }));

describe("the list of users", () => {
  it.each(userOrders)("in the order %s shows every user once, forwards and backwards", async (order) => {
    const forwards = await readPages(order, "next");
    expect(forwards.map((page) => page.length)).toEqual([userPageSize, 5]);
    expect(new Set(forwards.flat().map((user) => user.id)).size).toBe(userPageSize + 5);
    expect(isSorted(forwards.flat(), order)).toBe(true);
    const backwards = await readPages(order, "previous");
    expect(backwards).toEqual(forwards.slice(0, -1));
  });

  it("knows where it begins and ends", async () => {
    const first = await listUsers({ filter: { search: mark } });
    expect(first.previous).toBeNull();
    expect(first.count).toEqual({ kind: "exact", count: userPageSize + 5 });
    const second = await listUsers({ filter: { search: mark }, after: first.next ?? undefined });
    expect(second.next).toBeNull();
    const back = await listUsers({ filter: { search: mark }, before: second.previous ?? undefined });
    expect(back).toMatchObject({ users: first.users, previous: null, next: first.next });
  });

  it.each<[string, UserFilter, number]>([
    ["part of a username in another case", { search: mark.slice(2).toUpperCase() }, userPageSize],
    ["a whole email", { search: `${mark}-07@example.com` }, 1],
    ["a part of a phone number, however it is written", { search: `${block.slice(3, 6)}-${block.slice(6)} 11` }, 1],
    ["an email as it was copied", { search: `\u200b${mark}-07@example.com.` }, 1],
    ["a number in Arabic digits", { search: `\u202d${arabic(`${block}11`)}\u202c` }, 1],
    ["nobody", { search: `${mark}-99` }, 0],
    ["a percent sign as itself", { search: `${mark}%` }, 0],
    ["an underscore as itself", { search: `${mark}_07` }, 0],
    ["a backslash as itself", { search: `${mark}\\` }, 0],
    ["the place between two columns not at all", { search: `${mark}-07\n${mark}` }, 0],
    ["nothing by what would end the statement", { search: `${mark}' OR 1=1 --` }, 0],
  ])("finds %s", async (_what, filter, count) => {
    expect((await listUsers({ filter })).users).toHaveLength(count);
  });

  it.each(["\u0000", "\uD800abc", "%", "_", "\\", "'", "$1", "💥💥💥", "İİİ", "a".repeat(5_000), "(((", "..."])(
    "takes %j for a text",
    async (search) => {
      await expect(listUsers({ filter: { search } })).resolves.toBeDefined();
    },
  );

  it.each(["bücher", "bücher.ex", "@BÜCHER.example", "xn--bcher-kva"])(
    "finds a domain that is not ASCII by %j",
    async (domain) => {
      const username = newPerson().username;
      await createUser({ ...newPerson(), username, email: `${username}@xn--bcher-kva.example` });
      const search = domain.startsWith("@") ? `${username}${domain}` : domain;
      expect((await listUsers({ filter: { search } })).users.map((user) => user.username)).toContain(username);
      await db().user.deleteMany({ where: { usernameKey: username } });
    },
  );

  it("finds a domain by its digit of another script, and not by the ASCII one", async () => {
    const { username } = newPerson();
    await createUser({ ...newPerson(), username, email: `${username}@xn--4gbrim1k.com` });
    const count = async (search: string) => (await listUsers({ filter: { search } })).users.length;
    for (const search of [`${username}@موقع١.com`, "@موقع١.com"]) expect(await count(search), search).toBe(1);
    for (const search of [`${username}@موقع1.com`, "@موقع1.com"]) expect(await count(search), search).toBe(0);
    await db().user.deleteMany({ where: { usernameKey: username } });
  });

  it("finds an Argentine number by both of its forms", async () => {
    const { username } = await createUser({ ...newPerson(), phone: "+5491123450001" });
    for (const search of ["+541123450001", "+54 11 2345-0001", "+54 9 11 2345-0001", "+5491123450001"]) {
      expect(
        (await listUsers({ filter: { search } })).users.map((user) => user.username),
        search,
      ).toEqual([username]);
    }
    await db().user.deleteMany({ where: { username } });
  });

  it("finds the beginning of a username by two letters, and not its middle", async () => {
    const { username } = await createUser({ ...newPerson(), username: `qj${mark}` });
    const names = async (search: string) =>
      (await listUsers({ filter: { search } })).users.map((user) => user.username);
    expect(await names("QJ")).toEqual([username]);
    expect(await names("j0")).not.toContain(username);
    await db().user.delete({ where: { usernameKey: username } });
  });

  it("takes each mark of an address for itself", async () => {
    const base = newPerson().username;
    const name = `${base}.b-c_d`;
    await createUser({ ...newPerson(), username: name, email: `${base}+b.c@example.com` });
    const count = async (search: string) => (await listUsers({ filter: { search } })).users.length;
    for (const search of [name, `${base}+b.c@example`, `${base.slice(-4)}.b-c`, `${base.slice(-4)}.B-C_D`])
      expect(await count(search), search).toBe(1);
    for (const other of [".", "-", "_", "+", "@", " ", ""]) {
      if (other !== ".") expect(await count(`${base}${other}b-c_d`), other).toBe(0);
      if (other !== "-") expect(await count(`${base}.b${other}c_d`), other).toBe(0);
      if (other !== "_") expect(await count(`${base}.b-c${other}d`), other).toBe(0);
      if (other !== "+") expect(await count(`${base}${other}b.c@example`), other).toBe(0);
      if (other !== "@") expect(await count(`${base}+b.c${other}example`), other).toBe(0);
    }
    await db().user.deleteMany({ where: { usernameKey: name } });
  });

  it.each<[string, UserFilter, string[]]>([
    ["role", { role: "STAFF" }, ["03"]],
    ["being disabled", { status: "disabled" }, ["04"]],
    ["having a passkey", { hasPasskey: true }, ["05"]],
    [
      "registration, from a moment and before one",
      { registeredFrom: day(2, 0), registeredBefore: day(3, 0) },
      every(1),
    ],
    ["last login, from", { lastLoginFrom: day(11, 0) }, every(2)],
    ["last login, before, which leaves out who never did", { lastLoginBefore: day(11, 0) }, every(1)],
    ["never having logged in", { hasNeverLoggedIn: true }, every(0)],
    [
      "several at once",
      { role: "CUSTOMER", status: "active", hasPasskey: false, lastLoginFrom: day(11, 0) },
      every(2, ["05"]),
    ],
    ["what excludes itself", { hasNeverLoggedIn: true, lastLoginFrom: day(1) }, []],
  ])("filters by %s", async (_what, filter, numbers) => {
    for (const order of userOrders) {
      const { users } = await listUsers({ filter: { ...filter, search: mark }, order });
      expect(users.map((user) => user.username.slice(-2)).sort()).toEqual(numbers);
    }
  });

  it("filters by being active and by having no passkey", async () => {
    const { count: active } = await listUsers({ filter: { search: mark, status: "active" } });
    const { count: without } = await listUsers({ filter: { search: mark, hasPasskey: false } });
    expect([active.count, without.count]).toEqual([29, 29]);
  });

  it("finds also who was imported with a last login from before their registration", async () => {
    const { id } = await createUser({ ...newPerson(), username: `imp${mark}` });
    await db().user.update({ where: { id }, data: { createdAt: day(20), lastLoginAt: day(2) } });
    const { users } = await listUsers({ filter: { search: `imp${mark}`, lastLoginBefore: day(3) } });
    expect(users.map((user) => user.id)).toEqual([id]);
    await db().user.delete({ where: { id } });
  });
});

async function readPages(order: UserOrder, direction: "next" | "previous"): Promise<UserRow[][]> {
  const filter = { search: mark };
  let page = await listUsers({ filter, order });
  if (direction === "next") {
    const pages = [page.users];
    while (page.next) {
      page = await listUsers({ filter, order, after: page.next });
      pages.push(page.users);
    }
    return pages;
  }
  while (page.next) page = await listUsers({ filter, order, after: page.next });
  const pages: UserRow[][] = [];
  while (page.previous) {
    page = await listUsers({ filter, order, before: page.previous });
    pages.unshift(page.users);
  }
  return pages;
}

function isSorted(users: UserRow[], order: UserOrder): boolean {
  const rank = (user: UserRow) =>
    ({
      newest: -user.createdAt.getTime(),
      oldest: user.createdAt.getTime(),
      "last-login": -(user.lastLoginAt?.getTime() ?? 0),
      username: Number(user.username.slice(-2)),
    })[order];
  return users.every((user, index) => index === 0 || rank(users[index - 1] as UserRow) <= rank(user));
}

/** The numbers of the users that leave a remainder of `rest` by three. */
function every(rest: number, except: string[] = []): string[] {
  return Array.from({ length: userPageSize + 5 }, (_, number) => number)
    .filter((number) => number % 3 === rest)
    .map((number) => String(number).padStart(2, "0"))
    .filter((number) => !except.includes(number));
}

async function addPasskey(userId: string): Promise<void> {
  await db().authenticator.create({
    data: {
      userId,
      credentialID: `list-${mark}`,
      providerAccountId: `list-${mark}`,
      credentialPublicKey: "",
      counter: 0,
      credentialDeviceType: "singleDevice",
      credentialBackedUp: false,
    },
  });
}
