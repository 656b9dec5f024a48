import { emulatorInbox } from "@/attack/client/inbox";
import { layOutSheet } from "@/attack/options";
import { runAttacks } from "@/attack/run-attacks";
import { addUser } from "./database";
import { expect, newPerson, test } from "./fixtures";
import { startSecondShop, waitUntilUp } from "./second-shop";

// No second try: an attack that succeeds now and then has succeeded.
test.describe.configure({ retries: 0 });

test("every attack of the attack pack fails, and every planned attack was tried (R14)", async () => {
  // It waits for a second mail (31 s, and 41 s more where it looks twice) and for a dead session to leave the edge (60 s).
  test.setTimeout(600_000);
  const admin = newPerson();
  await addUser(admin, "ADMIN");
  // Behind one proxy, which the pack plays: so it can be several visitors, and one of them can reach a limit.
  const shop = await startSecondShop({ TRUSTED_PROXY_HOPS: "1" });
  try {
    await waitUntilUp(shop);
    const run = await runAttacks({
      url: new URL(shop.url),
      inbox: emulatorInbox(process.env.EMULATOR_URL ?? ""),
      addressPattern: "attack-{id}@example.com",
      admin: admin.email,
      pauseMs: 0,
      mayForwardFor: true,
    });
    const unpassed = run.findings.filter(({ verdict }) => verdict !== "pass");
    expect(unpassed, layOutSheet(run)).toEqual([]);
    expect(run.findings.length).toBeGreaterThan(30);
  } finally {
    shop.stop();
  }
});
