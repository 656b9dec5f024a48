import { createClient } from "@redis/client";
import { redisScripts } from "./redis-scripts";

/** How long a visitor is kept waiting for a connection, and again for an answer. */
const PATIENCE_MS = 2_000;

/**
 * Keeps one connection to Redis and gives it to each caller. A connection that breaks, says nothing or answers with an
 * error is dropped, and the next caller opens another: nobody waits in a queue for a Redis that is away. An error counts
 * because a master that became a replica keeps its connections and answers READONLY to every write on them.
 */
export function keepRedisConnection(url: string) {
  let connecting: ReturnType<typeof connect> | null = null;

  return async function ask<Answer>(question: (client: RedisConnection) => Promise<Answer>): Promise<Answer> {
    connecting ??= connect(url, () => {
      connecting = null;
    });
    const { client, drop } = await connecting;
    try {
      return await withinPatience(question(client));
    } catch (error) {
      drop();
      throw error;
    }
  };
}

export type RedisConnection = ReturnType<typeof createConnection>;

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
  // Whoever waits for an answer gets the error as well.
  client.on("error", drop);
  try {
    await withinPatience(client.connect());
    return { client, drop };
  } catch (error) {
    drop();
    throw error;
  }
}

/** The client's own command timeout ends when the command is written; a Redis that hangs has taken it and says nothing. */
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
