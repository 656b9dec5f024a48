import { createClient } from "@redis/client";
import { type Finding, finding } from "./findings";

const patienceMs = 4_000;
const oldestVersion = [6, 2] as const;
const nearlyFullPercent = 90;

/** What is wrong with the Redis at `url`. Rejects if it does not answer or does not let us in. */
export async function checkRedis(url: string): Promise<Finding[]> {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: patienceMs, reconnectStrategy: false },
  });
  client.on("error", () => {});
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${patienceMs} ms.`)), patienceMs);
  });
  const facts = async () => {
    await client.connect();
    const info = await client.info();
    // Hosts such as ElastiCache forbid CONFIG.
    const rules = await client.configGet("save").catch(() => null);
    return judge(readInfo(info), rules?.save);
  };
  try {
    return await Promise.race([facts(), silence]);
  } finally {
    clearTimeout(timer);
    if (client.isOpen) client.destroy();
  }
}

function readInfo(text: string): Map<string, string> {
  const lines = text.split("\r\n").map((line) => line.split(":"));
  return new Map(lines.map(([name = "", ...value]) => [name, value.join(":")]));
}

function judge(info: Map<string, string>, saveRules: string | undefined): Finding[] {
  const version = info.get("redis_version") ?? "0";
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOld = major < oldestVersion[0] || (major === oldestVersion[0] && minor < oldestVersion[1]);
  const policy = info.get("maxmemory_policy") ?? "noeviction";
  const limit = Number(info.get("maxmemory") ?? 0);
  const percent = limit === 0 ? 0 : Math.round((Number(info.get("used_memory") ?? 0) / limit) * 100);
  const hasAppendOnly = info.get("aof_enabled") === "1";

  const findings: Finding[] = [];
  if (isOld) findings.push(finding("REDIS_TOO_OLD", { version }));
  if (policy !== "noeviction") findings.push(finding("REDIS_EVICTS", { policy }));
  if (info.get("role") === "slave") findings.push(finding("REDIS_READ_ONLY"));
  if (percent >= nearlyFullPercent) findings.push(finding("REDIS_NEARLY_FULL", { percent }));
  if (!hasAppendOnly && saveRules === "") findings.push(finding("REDIS_NOT_PERSISTENT"));
  if (!hasAppendOnly && saveRules === undefined) findings.push(finding("REDIS_PERSISTENCE_HIDDEN"));
  return findings;
}
