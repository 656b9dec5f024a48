import type { Context, Handler, Hono } from "hono";
import type { EmulatorEnv } from "./world";

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
export type Handlers = Partial<Record<Method, Handler<EmulatorEnv>>>;

/** Registers a path with all of its methods, so that any other method is known to be wrong there. */
export function resource(
  app: Hono<EmulatorEnv>,
  path: string,
  handlers: Handlers,
  refuseMethod: (context: Context<EmulatorEnv>) => Response,
): void {
  for (const [method, handler] of Object.entries(handlers)) app.on(method, path, handler);
  app.all(path, refuseMethod);
}
