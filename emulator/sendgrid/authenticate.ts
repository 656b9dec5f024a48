import type { Context, MiddlewareHandler } from "hono";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import { findSendgridByKey } from "@/emulator/state/find-sendgrid";
import type { EmulatorEnv, World } from "@/emulator/state/world";

function bearerKey(context: Context<EmulatorEnv>): string {
  return /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
}

/** An API key as Bearer token. @see https://www.twilio.com/docs/sendgrid/for-developers/sending-email/authentication */
export function authenticateSendgrid(world: World): MiddlewareHandler<EmulatorEnv> {
  return async (context, next) => {
    const account = findSendgridByKey(world.state, bearerKey(context));
    if (account === undefined)
      throw new SendgridError(401, "The provided authorization grant is invalid, expired, or revoked");
    context.set("account", account);
    await next();
  };
}

/** Refuses a key without this scope as SendGrid does: 403 "access forbidden". */
export function requireScope(context: Context<EmulatorEnv>, scope: string): void {
  const key = context.var.account.sendgrid.keys.find(({ key }) => key === bearerKey(context));
  if (key?.scopes.includes(scope) !== true) throw new SendgridError(403, "access forbidden");
}
