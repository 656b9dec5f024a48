import type { NamedFinding, Run } from "./run-attacks";

const marks = { pass: "pass", fail: "FAIL", "not tried": "----" };

/** The sheet of a run as text: one block per line of it, by ASVS item. */
export function layOutSheet({ findings, requests, starts }: Run): string {
  const lines = findings.toSorted(byItem).map((finding) => {
    const { verdict, asvs, requirement, attack, tried, seen } = finding;
    const head = `${marks[verdict]}  ${`ASVS ${asvs || "-"}`.padEnd(22)} ${requirement.padEnd(9)} ${attack}`;
    const outcome = verdict === "not tried" ? `not tried: ${seen}` : seen;
    return `${head}\n      tried: ${tried}\n      seen:  ${outcome}`;
  });
  const count = (verdict: NamedFinding["verdict"]) => findings.filter((finding) => finding.verdict === verdict).length;
  const total = `${count("pass")} pass, ${count("fail")} fail, ${count("not tried")} not tried`;
  return `${lines.join("\n\n")}\n\n${total}; ${requests} requests, ${starts} codes or accounts asked for.`;
}

/** 2.4.1 before 14.3.2: by number, not by letter. */
function byItem(a: NamedFinding, b: NamedFinding): number {
  return a.asvs.localeCompare(b.asvs, "en", { numeric: true });
}
