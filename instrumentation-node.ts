import { env } from "@/lib/env";

/** A missing or unsafe setting stops the process here, with the names of the variables, rather than at a shopper's login. */
export function refuseUnsafeEnvironment(): void {
  try {
    // NextAuth's signIn would build its address from X-Forwarded-Host and -Proto, which clients and proxies can garble.
    process.env.AUTH_URL = env().APP_URL;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "The environment could not be read."}\n`);
    process.exit(1);
  }
}
