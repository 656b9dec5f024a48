import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { registrationSchema } from "@/lib/users/registration-schema";
import { newPerson } from "@/test/login-parts";

/** Runs `npm run create-admin` without npm, and gives all that it printed and how it ended. */
async function runCreateAdmin(flags: string[], change: Record<string, string> = {}) {
  const env = { ...process.env, ...change };
  return await new Promise<{ code: number; printed: string }>((resolve) => {
    const args = ["scripts/bootstrap.mjs", "scripts/operations/create-admin.ts", ...flags];
    const child = execFile(process.execPath, args, { env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, printed: stdout + stderr });
    });
  });
}

const flagsOf = ({ email, username, phone }: ReturnType<typeof newPerson>) => [
  ...["--email", email],
  ...["--username", username],
  ...["--phone", phone],
];

it("makes an admin, changes nothing the second time, and prints neither the address nor a secret", async () => {
  const person = newPerson();
  const first = await runCreateAdmin(flagsOf(person));
  const second = await runCreateAdmin(flagsOf(person));
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(first.printed).toContain("Created the admin p•••");
  expect(second.printed).toContain("Nothing was changed.");
  expect(await db().user.findUnique({ where: { email: person.email } })).toMatchObject({ role: "ADMIN" });
  for (const secret of [person.email, person.phone, process.env.DATABASE_URL ?? "", process.env.AUTH_SECRET ?? ""]) {
    expect(first.printed + second.printed).not.toContain(secret);
  }
});

it.each([["email"], ["username"], ["phone"]])(
  "refuses without --%s: no admin has values by default",
  async (missing) => {
    const person = newPerson();
    const flags = flagsOf(person);
    flags.splice(flags.indexOf(`--${missing}`), 2);
    const { code, printed } = await runCreateAdmin(flags);
    expect(code).toBe(1);
    expect(printed).toContain("are all needed");
    expect(await db().user.count({ where: { usernameKey: person.username } })).toBe(0);
  },
);

it("in production refuses to guess the database", async () => {
  const { code, printed } = await runCreateAdmin(flagsOf(newPerson()), { NODE_ENV: "production", DATABASE_URL: "" });
  expect(code).toBe(1);
  expect(printed).toContain("DATABASE_URL");
});

it.each(["README.md", "scripts/dev.ts", "scripts/doctor/shop-findings.ts", "scripts/operations/create-admin.ts"])(
  "the command in %s has values that the shop takes",
  (file) => {
    const [, email, username, phone] =
      /create-admin -- --email (\S+) --username (\S+) --phone (\+\d+)/.exec(readFileSync(file, "utf8")) ?? [];
    expect(registrationSchema("US").safeParse({ email, username, phone })).toMatchObject({ success: true });
  },
);
