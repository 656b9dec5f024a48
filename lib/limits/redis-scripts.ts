import { type CommandParser, defineScript } from "@redis/client";

// A count is a hash of `points` and `end` (milliseconds since 1970, by Redis' own clock). The key's time to live only
// clears away; whether a window has ended is decided by `end`, so that a count is read in one way everywhere.
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

/** ARGV: limit and window in ms of each key. Returns {points, end} of each key. */
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

/** ARGV: limit of each key. A count that comes to nothing goes. */
const GIVE_BACK = `${PREAMBLE}
for index, key in ipairs(KEYS) do
  local points, finish = read(key)
  if finish then
    local left = math.min(points, tonumber(ARGV[index])) - 1
    if left > 0 then write(key, left, finish) else redis.call('DEL', key) end
  end
end`;

/** ARGV: limit, and for how many ms it is to be full. */
const FILL = `${PREAMBLE}
local points, finish = read(KEYS[1])
write(KEYS[1], math.max(points, tonumber(ARGV[1])), math.max(finish or 0, now + tonumber(ARGV[2])))`;

/** Redis runs a script to its end before it does anything else: each is atomic. */
export const redisScripts = {
  chargeLimits: script(CHARGE),
  giveBackLimits: script(GIVE_BACK),
  fillLimits: script(FILL),
};

/** The client sends the script's hash, and its text only where Redis does not know it (EVALSHA, then EVAL). */
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
