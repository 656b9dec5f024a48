import { z } from "zod";

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source).source !== "";
  } catch {
    return false;
  }
}

/** What a fault answers, and to which requests. Fields of `match` that are absent match everything. */
export const faultRuleSchema = z.object({
  match: z
    .object({
      method: z.string().toUpperCase().optional(),
      /** A regular expression for the path, such as `/VerificationCheck$`. */
      path: z.string().refine(isRegularExpression, "This is not a regular expression.").optional(),
      /** The recipient, in which `*` stands for anything. */
      to: z.string().optional(),
      /** Starts with the nth request that matches, counted from 1. */
      nth: z.number().int().min(1).optional(),
      /** Ends after so many faults. */
      times: z.number().int().min(1).optional(),
      probability: z.number().min(0).max(1).optional(),
    })
    .default({}),
  action: z.object({
    status: z.number().int().min(200).max(599).optional(),
    /** A Twilio error code; its HTTP status is used unless `status` says another. */
    code: z.number().int().optional(),
    message: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    delayMs: z.number().int().min(0).max(120_000).optional(),
    /** Cuts the connection: `before` the request takes effect, or `after`, when only the answer is lost. */
    drop: z.enum(["before", "after"]).optional(),
    body: z.enum(["json", "html", "empty", "malformed-json", "problem", "slow"]).optional(),
  }),
});

export type FaultOrder = z.input<typeof faultRuleSchema>;

/** A rule in force: `seen` counts the requests it matched, `fired` those it made fail. */
export type FaultRule = z.output<typeof faultRuleSchema> & {
  id: string;
  preset: FaultPreset | null;
  seen: number;
  fired: number;
};

/** Faults that happen often enough in life to have a name. */
export const faultPresets = {
  "twilio-down": { match: { path: "^/v2/" }, action: { code: 20503 } },
  "twilio-slow": { match: { path: "^/v2/" }, action: { delayMs: 8000 } },
  "twilio-busy": { match: { path: "/Verifications$" }, action: { code: 20429, headers: { "Retry-After": "30" } } },
  "answer-lost": { match: { path: "/Verifications$" }, action: { drop: "after" } },
  "no-more-sends": { match: { path: "/Verifications$" }, action: { code: 60203 } },
  "fraud-block": { match: { path: "/Verifications$" }, action: { code: 60410 } },
  "sendgrid-down": { match: { path: "^/v3/" }, action: { status: 503, body: "html" } },
} as const satisfies Record<string, FaultOrder>;

export type FaultPreset = keyof typeof faultPresets;
