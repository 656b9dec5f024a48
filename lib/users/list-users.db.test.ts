import { beforeAll, describe, expect, it } from "vitest";
import { createUser, newPerson } from "@/test/login-parts";
import { listUsers, userPageSize } from "./list-users";

const mark = newPerson().username;

beforeAll(async () => {
  for (let number = 0; number < userPageSize + 5; number++) {
    const username = `${mark}-${String(number).padStart(2, "0")}`;
    await createUser({ username, email: `${username}@example.com`, phone: `+1415555${1000 + number}` });
  }
});

describe("the list of users", () => {
  it("shows the newest first, a page at a time, and every user once", async () => {
    const first = await listUsers({ search: mark });
    expect(first.users).toHaveLength(userPageSize);
    expect(first.users[0]?.username).toBe(`${mark}-29`);
    expect(first.previous).toBeNull();

    const second = await listUsers({ search: mark, after: first.next ?? "" });
    expect(second.users.map((user) => user.username)).toEqual(
      ["04", "03", "02", "01", "00"].map((n) => `${mark}-${n}`),
    );
    expect(second.next).toBeNull();

    const back = await listUsers({ search: mark, before: second.previous ?? "" });
    expect(back.users).toEqual(first.users);
    expect(back.previous).toBeNull();
    expect(back.next).toBe(first.next);
  });

  it.each([
    ["part of a username in another case", mark.slice(2).toUpperCase(), userPageSize],
    ["a whole email", `${mark}-07@example.com`, 1],
    ["a part of a phone number, however it is written", "415-555 1011", 1],
    ["nobody", `${mark}-99`, 0],
    ["a percent sign as itself", `${mark}%`, 0],
  ])("finds %s", async (_what, search, count) => {
    expect((await listUsers({ search })).users).toHaveLength(count);
  });
});
