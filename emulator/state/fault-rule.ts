import { z } from "zod";

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source).source !== "";
  } catch {
    return false;
  }
}

/** Absent fields of `match` match everything. */
export const faultRuleSchema = z.object({
  match: z
    .object({
      method: z.string().toUpperCase().optional(),
      path: z.string().refine(isRegularExpression, "This is not a regular expression.").optional(),
      /** `*` stands for anything. */
      to: z.string().optional(),
      /** Counted from 1. */
      nth: z.number().int().min(1).optional(),
      times: z.number().int().min(1).optional(),
      probability: z.number().min(0).max(1).optional(),
    })
    .default({}),
  action: z.object({
    status: z.number().int().min(200).max(599).optional(),
    /** With its HTTP status, unless `status` is set. */
    code: z.number().int().optional(),
    message: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    delayMs: z.number().int().min(0).max(120_000).optional(),
    /** `after`: only the answer is lost. */
    drop: z.enum(["before", "after"]).optional(),
    body: z.enum(["json", "html", "empty", "malformed-json", "problem", "slow"]).optional(),
  }),
});

export type FaultOrder = z.input<typeof faultRuleSchema>;

export type FaultRule = z.output<typeof faultRuleSchema> & {
  id: string;
  preset: FaultPreset | null;
  seen: number;
  fired: number;
};

export const faultPresets = {
  "twilio-down": { match: { path: "^/(v2|2010-04-01)/" }, action: { code: 20503 } },
  "twilio-slow": { match: { path: "^/(v2|2010-04-01)/" }, action: { delayMs: 8000 } },
  "twilio-busy": { match: { path: "/Verifications$" }, action: { code: 20429, headers: { "Retry-After": "30" } } },
  "answer-lost": { match: { path: "/Verifications$" }, action: { drop: "after" } },
  "no-more-sends": { match: { path: "/Verifications$" }, action: { code: 60203 } },
  "fraud-block": { match: { path: "/Verifications$" }, action: { code: 60410 } },
  "sendgrid-down": { match: { path: "^/v3/" }, action: { status: 503, body: "html" } },
  "stripe-down": { match: { path: "^/v1/" }, action: { status: 503 } },
} as const satisfies Record<string, FaultOrder>;

export type FaultPreset = keyof typeof faultPresets;
