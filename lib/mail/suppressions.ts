import { z } from "zod";
import { env } from "@/lib/env";
import { requestProvider } from "@/lib/http/provider-request";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { askProvider } from "@/lib/telemetry/trace";
import { cleanReply } from "./failure-reasons";

/** SendGrid's lists of addresses. Those on `blocks` still get mail; on the others they get none. */
export const suppressionLists = ["bounces", "blocks", "spam_reports", "invalid_emails"] as const;

export type SuppressionList = (typeof suppressionLists)[number];

export type Suppression = {
  list: SuppressionList;
  since: Date;
  /** Without addresses. */
  reply: string | null;
};

export type SuppressionProblem =
  | "SUPPRESSION_KEY_MISSING"
  /** SendGrid refuses the key, or it lacks a right. */
  | "SUPPRESSION_KEY_REFUSED"
  | "SENDGRID_SILENT";

const timeoutMs = 3_000;

const entriesSchema = z.array(z.object({ created: z.number().int(), reason: z.string().optional() }));

/** Asks SendGrid on which lists an address is. Nothing is stored. */
export async function readSuppressions(address: string): Promise<Result<Suppression[], SuppressionProblem>> {
  const read = await Promise.all(suppressionLists.map((list) => readList(list, address)));
  const refused = read.find((each) => !each.ok);
  return refused ?? ok(read.flatMap((each) => (each.ok ? each.value : [])));
}

async function readList(list: SuppressionList, address: string): Promise<Result<Suppression[], SuppressionProblem>> {
  const asked = await ask("GET", list, address);
  if (!asked.ok) return asked;
  const entries = entriesSchema.safeParse(asked.value);
  if (!entries.success) return fail("SENDGRID_SILENT");
  return ok(
    entries.data.map(({ created, reason }) => ({
      list,
      since: new Date(created * 1_000),
      reply: reason ? cleanReply(reason, address) : null,
    })),
  );
}

/** Also where the address is not on the list. */
export async function deleteSuppression(
  list: SuppressionList,
  address: string,
): Promise<Result<null, SuppressionProblem>> {
  const asked = await ask("DELETE", list, address);
  return asked.ok ? ok(null) : asked;
}

async function ask(
  method: "GET" | "DELETE",
  list: SuppressionList,
  address: string,
): Promise<Result<unknown, SuppressionProblem>> {
  const { SENDGRID_BASE_URL, SENDGRID_SUPPRESSION_KEY: key } = env();
  if (key === undefined) return fail("SUPPRESSION_KEY_MISSING");
  const url = `${SENDGRID_BASE_URL.replace(/\/$/, "")}/v3/suppression/${list}/${encodeURIComponent(address)}`;
  try {
    const { status, body } = await askProvider("sendgrid", "suppression", () =>
      requestProvider(url, {
        method,
        headers: { Accept: "application/json", Authorization: ["Bearer", key].join(" ") },
        timeoutMs,
      }),
    );
    if (status === 200) return ok(JSON.parse(body));
    if (status === 204 || (method === "DELETE" && status === 404)) return ok(null);
    logEvent("error", "sendgrid_suppression_failed", { list, status });
    return fail(status === 401 || status === 403 ? "SUPPRESSION_KEY_REFUSED" : "SENDGRID_SILENT");
  } catch (error) {
    logEvent("error", "sendgrid_suppression_failed", { list, ...describeError(error) });
    return fail("SENDGRID_SILENT");
  }
}
