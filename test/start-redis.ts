import type { TestProject } from "vitest/node";
import { findRedis, HOW_TO_GET_REDIS } from "@/scripts/find-redis";
import { startRedisServer } from "./redis-server";

/** Gives the database tests a Redis in memory, where this machine has one; else they skip what needs it. */
export default async function setup(project: TestProject) {
  const program = findRedis();
  if (program === null) {
    process.stderr.write(`${HOW_TO_GET_REDIS}\n`);
    Object.assign(project.config.env, { WHY_NO_REDIS: HOW_TO_GET_REDIS });
    return;
  }
  const redis = await startRedisServer(program);
  Object.assign(project.config.env, { TEST_REDIS_URL: redis.url, REDIS_SERVER_PATH: program });
  return () => redis.stop();
}
