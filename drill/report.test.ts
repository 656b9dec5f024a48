import { describe, expect, it } from "vitest";
import { killPhase, layOutReport } from "./report";
import { newTally } from "./shoppers";

const mails = { wanted: 3, lost: 0, doubled: 0 };

describe("the report of a drill", () => {
  it("is good when nothing was lost and only the killed instance answered with errors", () => {
    const tally = newTally();
    tally.serverErrors.push({ phase: killPhase, what: "502 POST /login" });
    const { table, isGood } = layOutReport(tally, mails);
    expect(isGood).toBe(true);
    expect(table).not.toContain("✗");
  });

  const misses: [string, (tally: ReturnType<typeof newTally>) => void][] = [
    ["a login that ended in silence", (tally) => tally.silent.push("steady: no session")],
    ["a lost session", (tally) => tally.sessionsLost.push("Redis restarts")],
    ["a lost code", (tally) => tally.codesMissed.push("Redis restarts")],
    [
      "an error while another part restarts",
      (tally) => tally.serverErrors.push({ phase: "Redis restarts", what: "500 GET /login" }),
    ],
  ];
  it.each(misses)("names %s, and is not good", (_, spoil) => {
    const tally = newTally();
    spoil(tally);
    const { table, isGood } = layOutReport(tally, mails);
    expect(isGood).toBe(false);
    expect(table.match(/✗/g)).toHaveLength(1);
  });

  it.each(["lost", "doubled"] as const)("is not good when a mail was %s", (fate) => {
    expect(layOutReport(newTally(), { ...mails, [fate]: 1 }).isGood).toBe(false);
  });
});
