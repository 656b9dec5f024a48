import type { Scenario, Transcript } from "@/emulator/transcript/scenario";

export type Target = {
  url: string;
  user: string;
  password: string;
  serviceSid: string;
  to: string;
  readCode(to: string): Promise<string>;
};

/** Headers whose presence is in question. */
const headersOfInterest = ["retry-after", "twilio-reached-rate-limit", "twilio-request-id"];

function wrongFor(code: string): string {
  const other = code.startsWith("0") ? "1" : "0";
  return other.repeat(code.length);
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The scenario uses {${name}} before it has a value.`);
    return value;
  });
}

/** Plays a scenario against the emulator or against Twilio itself and writes down what came back. */
export async function recordTranscript(scenario: Scenario, target: Target): Promise<Transcript> {
  const values: Record<string, string> = { service: target.serviceSid, to: target.to };
  const authorization = `Basic ${Buffer.from(`${target.user}:${target.password}`).toString("base64")}`;
  const answers: Transcript["answers"] = [];
  for (const step of scenario.steps) {
    const form = Object.entries(step.form ?? {}).map(([name, value]) => [name, fill(value, values)]);
    const response = await fetch(target.url + fill(step.path, values), {
      method: step.method,
      headers: { authorization },
      body: step.method === "POST" ? new URLSearchParams(form) : null,
    });
    const text = await response.text();
    const body: Record<string, unknown> = text === "" ? {} : JSON.parse(text);
    answers.push({
      step: step.name,
      status: response.status,
      code: typeof body.code === "number" ? body.code : null,
      state: typeof body.status === "string" ? body.status : null,
      keys: Object.keys(body).toSorted(),
      headers: headersOfInterest.filter((name) => response.headers.has(name)),
    });
    if (step.keepSidAs !== undefined) values[step.keepSidAs] = String(body.sid);
    if (step.readsCode === true) {
      values.code = await target.readCode(target.to);
      values.wrongCode = wrongFor(values.code);
    }
  }
  return { title: scenario.title, against: new URL(target.url).hostname, answers };
}
