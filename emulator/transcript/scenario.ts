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

export type Scenario = z.output<typeof scenarioSchema>;

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

export type Transcript = z.output<typeof transcriptSchema>;
