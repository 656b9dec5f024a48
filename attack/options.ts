import { parseArgs } from "node:util";
import { emulatorInbox, manualInbox } from "@/attack/client/inbox";
import { attacks } from "./attacks";
import type { NamedFinding, Run, RunOptions } from "./run-attacks";

/** Something about the command line; the message says what to write. */
class UsageProblem extends Error {
  override name = "UsageProblem";
}

const usage = `npm run attack -- --url https://shop.example --inbox <emulator url | manual> [--address 'attack-{id}@example.com']
  --url             the shop, which must be yours
  --inbox           where codes are read: the address of an emulator, or "manual" to type them in
  --address         your own mailbox, with {id} where something random goes; needed with --inbox manual
  --admin           an admin without a passkey, made for this run (npm run create-admin); else the desks are not attacked
  --forwarded-for   this client's X-Forwarded-For is believed (a test rig without a proxy): one address per attack
  --pause           milliseconds between two requests; 25 unless given
  --only            names of attacks, with commas between: ${attacks.map(({ name }) => name).join(", ")}`;

/** Reads the command line. Throws UsageProblem with a sentence and the usage. */
export function readOptions(args: string[]): RunOptions {
  const values = parse(args);
  if (!values.url || !values.inbox) throw new UsageProblem(usage);
  if (!URL.canParse(values.url)) throw new UsageProblem(`--url ${values.url} is no address.\n\n${usage}`);
  const isManual = values.inbox === "manual";
  if (!isManual && !URL.canParse(values.inbox)) {
    throw new UsageProblem(`--inbox ${values.inbox} is neither an address nor "manual".\n\n${usage}`);
  }
  const addressPattern = values.address ?? (isManual ? "" : "attack-{id}@example.com");
  if (!/^[^@]*\{id\}[^@]*@[^@]+$/.test(addressPattern)) {
    throw new UsageProblem(`--address must be a mailbox of yours with {id} before the @.\n\n${usage}`);
  }
  const only = values.only?.split(",").map((name) => name.trim());
  const unknown = only?.find((name) => !attacks.some((attack) => attack.name === name));
  if (unknown !== undefined) throw new UsageProblem(`There is no attack "${unknown}".\n\n${usage}`);
  const pauseMs = Number(values.pause ?? 25);
  if (!Number.isInteger(pauseMs) || pauseMs < 0) throw new UsageProblem(`--pause must be a whole number.\n\n${usage}`);
  return {
    url: new URL(values.url),
    inbox: isManual ? manualInbox() : emulatorInbox(values.inbox),
    addressPattern,
    admin: values.admin,
    pauseMs,
    mayForwardFor: values["forwarded-for"] ?? false,
    only,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: "string" },
        inbox: { type: "string" },
        address: { type: "string" },
        admin: { type: "string" },
        only: { type: "string" },
        pause: { type: "string" },
        "forwarded-for": { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new UsageProblem(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

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
