import { type CommandParser, createClient, defineScript } from "@redis/client";
import { z } from "zod";
import { waitOutRestarts } from "@/lib/wait-out-restart";
import type { LimitKey, LimitStore } from "./limit-store";

const countsSchema = z.array(z.tuple([z.number(), z.number()]));

/** Redis 6.2+. Never log `url`. Needs `maxmemory-policy noeviction`: an evicted count resets a limit. */
export function createRedisStore(url: string): LimitStore {
  const ask = keepRedisConnection(url);

  return {
    name: "redis",

    async charge(keys) {
      const limits = keys.flatMap(({ limit, windowSeconds }) => [limit, windowSeconds * 1000]);
      const reply = await ask((client) => client.chargeLimits(keys.map(redisKey), limits));
      const counts = countsSchema.length(keys.length).parse(reply);
      return counts.map(([points, end]) => ({ points, endsAt: new Date(end) }));
    },

    async giveBack(keys) {
      const limits = keys.map(({ limit }) => limit);
      await ask((client) => client.giveBackLimits(keys.map(redisKey), limits));
    },

    async remove(keys) {
      await ask((client) => client.del(keys.map(redisKey)));
    },

    async fill(key, seconds) {
      await ask((client) => client.fillLimits([redisKey(key)], [key.limit, seconds * 1000]));
    },

    async read(keys) {
      const replies = await ask((client) =>
        Promise.all(keys.map((key) => client.hmGet(redisKey(key), ["points", "end"]))),
      );
      return replies.map(([points, end]) => {
        const endsAt = new Date(Number(end ?? 0));
        return points && endsAt.getTime() > Date.now() ? { points: Number(points), endsAt } : null;
      });
    },

    async ping() {
      // A replica answers PING, but refuses charges.
      await ask((client) => client.set("myshop:{limits}:ping", "1", { expiration: { type: "EX", value: 60 } }));
    },
  };
}

/** Braces keep all keys on one cluster node, as scripts need. */
function redisKey({ policy, subject }: Pick<LimitKey, "policy" | "subject">): string {
  return `myshop:{limits}:${policy}:${subject}`;
}

const PATIENCE_MS = 2_000;

/** Shares one connection; failures drop it. Errors count: a demoted master answers READONLY. */
function keepRedisConnection(url: string) {
  let connecting: ReturnType<typeof connect> | null = null;
  const waitOut = waitOutRestarts();
  const shareConnection = () => {
    connecting ??= connect(url, () => {
      connecting = null;
    });
    return connecting;
  };

  return async function ask<Answer>(question: (client: RedisConnection) => Promise<Answer>): Promise<Answer> {
    const { client, drop } = await waitOut(shareConnection, isRestarting);
    try {
      return await withinPatience(question(client));
    } catch (error) {
      drop();
      throw error;
    }
  };
}

const isRestarting = (error: unknown) => /ECONNREFUSED|ECONNRESET|LOADING|closed unexpectedly/.test(String(error));

type RedisConnection = ReturnType<typeof createConnection>;

function createConnection(url: string) {
  return createClient({
    url,
    scripts: redisScripts,
    disableOfflineQueue: true,
    socket: { connectTimeout: PATIENCE_MS, reconnectStrategy: false },
  });
}

async function connect(url: string, forget: () => void) {
  const client = createConnection(url);
  let isDropped = false;
  const drop = () => {
    if (isDropped) return;
    isDropped = true;
    forget();
    if (client.isOpen) client.destroy();
  };
  client.on("error", drop);
  try {
    await withinPatience(client.connect());
    // While Redis reads its file, it takes connections and answers with an error.
    await withinPatience(client.ping());
    return { client, drop };
  } catch (error) {
    drop();
    throw error;
  }
}

/** The client's own timeout ends once a command is written. */
async function withinPatience<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PATIENCE_MS} ms.`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

// A hash of `points` and `end` (ms since 1970, Redis' clock). `end` decides; the time to live only cleans up.
const PREAMBLE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function read(key)
  local kept = redis.call('HMGET', key, 'points', 'end')
  local finish = tonumber(kept[2])
  if finish == nil or finish <= now then return 0, nil end
  return tonumber(kept[1]), finish
end

local function write(key, points, finish)
  local text = string.format('%.0f', finish)
  redis.call('HSET', key, 'points', points, 'end', text)
  redis.call('PEXPIREAT', key, text)
end
`;

/** ARGV: limit and window in ms of each key. Returns {points, end} of each. */
const CHARGE = `${PREAMBLE}
local counts = {}
local isRefused = false
for index, key in ipairs(KEYS) do
  local limit, window = tonumber(ARGV[2 * index - 1]), tonumber(ARGV[2 * index])
  local points, finish = read(key)
  counts[index] = { points + 1, finish or (now + window) }
  if points + 1 > limit then isRefused = true end
end
for index, key in ipairs(KEYS) do
  local points, finish = unpack(counts[index])
  if not isRefused or points > tonumber(ARGV[2 * index - 1]) then write(key, points, finish) end
end
return counts`;

/** ARGV: limit of each key. Deletes zero counts. */
const GIVE_BACK = `${PREAMBLE}
for index, key in ipairs(KEYS) do
  local points, finish = read(key)
  if finish then
    local left = math.min(points, tonumber(ARGV[index])) - 1
    if left > 0 then write(key, left, finish) else redis.call('DEL', key) end
  end
end`;

/** ARGV: limit, and ms to stay full. */
const FILL = `${PREAMBLE}
local points, finish = read(KEYS[1])
write(KEYS[1], math.max(points, tonumber(ARGV[1])), math.max(finish or 0, now + tonumber(ARGV[2])))`;

const redisScripts = {
  chargeLimits: script(CHARGE),
  giveBackLimits: script(GIVE_BACK),
  fillLimits: script(FILL),
};

function script(text: string) {
  return defineScript({
    SCRIPT: text,
    parseCommand(parser: CommandParser, keys: string[], args: number[]) {
      parser.push(String(keys.length));
      parser.pushKeys(keys);
      parser.push(...args.map(String));
    },
    transformReply: (reply: unknown) => reply,
  });
}
