import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { areCodesLate } from "@/lib/verification/provider-health";
import { shopConfig } from "@/shop.config";
import { beginLogin, createUser, inbox, newPerson } from "@/test/login-parts";

describe("starting a login", () => {
  it("sends a code to an address with an account", async () => {
    const { email } = await createUser();
    await beginLogin(email);
    expect(await askedOfVerify(email)).toHaveLength(1);
    const [mail] = await inbox.messages({ to: email });
    expect(mail?.subject).toContain(await inbox.latestCode(email));
  });

  it("sends one 'no account' email, and no code, to an address without an account (R15)", async () => {
    const { email } = newPerson();
    await beginLogin(email);
    const mails = await inbox.messages({ to: email });
    expect(mails.map((mail) => mail.subject)).toEqual([`No ${shopConfig.name} account for this address`]);
    expect(await askedOfVerify(email)).toEqual([]);
  });

  it("sends no code to a disabled account", async () => {
    const { email } = await createUser(newPerson(), { disabledAt: new Date() });
    await beginLogin(email);
    expect(await askedOfVerify(email)).toEqual([]);
  });

  it("writes rows of the same shape for known, unknown and disabled addresses (R13)", async () => {
    const known = (await createUser()).email;
    const disabled = (await createUser(newPerson(), { disabledAt: new Date() })).email;
    const unknown = newPerson().email;
    const shapes = [];
    for (const email of [known, disabled, unknown]) {
      const { challengeId } = await beginLogin(email);
      const row = await db().challenge.findUniqueOrThrow({ where: { id: challengeId } });
      shapes.push(
        Object.entries(row)
          .filter(([, value]) => value !== null)
          .map(([column]) => column),
      );
      expect(row.providerSid).toMatch(/^VE[0-9a-f]{32}$/);
    }
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
  });

  it("gives the mail the requesting device and the life of the code (R46)", async () => {
    const { email } = await createUser();
    await beginLogin(email);
    const [mail] = await inbox.messages({ to: email });
    expect(mail?.text).toContain("Chrome on Windows");
    expect(mail?.text).toContain("10 minutes");
    expect(mail?.text).toContain("localhost:3000");
  });

  it("keeps no whole address in the audit trail", async () => {
    const { email } = await createUser();
    const { challengeId } = await beginLogin(email);
    const events = await db().auditEvent.findMany({ where: { challengeId } });
    expect(events.map((event) => event.name)).toEqual(["login_requested", "code_sent"]);
    expect(JSON.stringify(events, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
      email,
    );
  });
});

it("a mail that SendGrid refuses for its address is not shown to anyone", async () => {
  await db().providerHealth.deleteMany();
  const { email } = newPerson();
  await inbox.addFault({
    match: { to: email, path: "/v3/mail/send", times: 1 },
    action: { status: 400, body: "empty" },
  });
  await beginLogin(email);
  expect(await areCodesLate()).toBe(false);
});

async function askedOfVerify(email: string) {
  return (await inbox.journal({ to: email })).filter((request) => request.path.startsWith("/v2/"));
}
