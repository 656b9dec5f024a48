import { z } from "zod";

const stepSchema = z.object({
  name: z.string(),
  /** The open question that this step answers, if it answers one. */
  settles: z.string().optional(),
  method: z.enum(["GET", "POST"]),
  /** `{service}`, `{to}`, `{code}`, `{wrongCode}` and kept values are filled in here and in the form. */
  path: z.string(),
  form: z.record(z.string(), z.string()).optional(),
  /** Keeps the body's `sid` under this name for later steps. */
  keepSidAs: z.string().optional(),
  /** Asks for the code that was mailed after this step. */
  readsCode: z.boolean().optional(),
});

export const scenarioSchema = z.object({ title: z.string(), steps: z.array(stepSchema) });

type Scenario = z.output<typeof scenarioSchema>;

/** What an answer shows that does not differ from run to run: no ids, no times, no codes. */
const answerSchema = z.object({
  step: z.string(),
  status: z.number(),
  code: z.number().nullable(),
  state: z.string().nullable(),
  keys: z.array(z.string()),
  headers: z.array(z.string()),
});

export const transcriptSchema = z.object({
  title: z.string(),
  against: z.string(),
  answers: z.array(answerSchema),
});

type Transcript = z.output<typeof transcriptSchema>;

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

type Difference = { step: string; what: string; ours: unknown; theirs: unknown };

/** Where two runs of one scenario answered differently, step by step. */
export function compareTranscripts(ours: Transcript, theirs: Transcript): Difference[] {
  return ours.answers.flatMap((answer, index): Difference[] => {
    const other = theirs.answers[index];
    if (other === undefined || other.step !== answer.step)
      return [{ step: answer.step, what: "step", ours: answer.step, theirs: other?.step }];
    const aspects = ["status", "code", "state", "keys", "headers"] as const;
    return aspects
      .filter((what) => JSON.stringify(answer[what]) !== JSON.stringify(other[what]))
      .map((what) => ({ step: answer.step, what, ours: answer[what], theirs: other[what] }));
  });
}
