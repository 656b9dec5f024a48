import { AsyncLocalStorage } from "node:async_hooks";
import { headers } from "next/headers";
import { after, type NextRequest } from "next/server";
import NextAuth, { CredentialsSignin } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { type AskingBrowser, readBotCheckOf } from "@/lib/auth/device/asking-browser";
import {
  dropChallengeKeys,
  findChallengeKey,
  findPasskeyKey,
  findTrustedDeviceKey,
  setTrustedDeviceKey,
} from "@/lib/auth/device/trusted-device";
import {
  type CompletedLogin,
  type CompleteLoginError,
  completeLogin,
  type LoginBlocked,
} from "@/lib/auth/login/complete-login";
import { completePasskeyLogin } from "@/lib/auth/login/complete-passkey-login";
import { completeRecoveryLogin, type RecoveryAttempt } from "@/lib/auth/login/complete-recovery-login";
import { readLoginCredentials } from "@/lib/auth/login/login-credentials";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import type { BotCheckNeeded } from "@/lib/auth/rate-limit/enforce";
import { findSessionId } from "@/lib/auth/session/current-user";
import { refreshToken } from "@/lib/auth/session/refresh-token";
import { newKey } from "@/lib/crypto/secret-key";
import { env } from "@/lib/env";
import { cookieAttributes, cookieLifeSeconds, cookieName } from "@/lib/http/cookies";
import { dropBagKey, findBagKey } from "@/lib/http/key-cookie";
import { defaultDestination, safePath } from "@/lib/http/safe-redirect";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { setLanguageCookie } from "@/lib/http/set-language-cookie";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { readVisitor } from "@/lib/http/visitor";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { count } from "@/lib/telemetry/metrics";

export type LogInError =
  | CompleteLoginError
  | LoginBlocked["error"]
  | "PASSKEY_REFUSED"
  | "PASSKEY_UNKNOWN"
  | BotCheckNeeded["error"]
  | "CODE_MALFORMED"
  | "SHOP_UNAVAILABLE"
  | "LIMIT_REACHED";

type PlainRefusal = Exclude<LogInError, LoginBlocked["error"] | BotCheckNeeded["error"]>;

type RecoveryError = "RECOVERY_REFUSED";

/** NextAuth shows `code` to the client, so it is one of our closed set. */
class LoginRefused extends CredentialsSignin {
  constructor(override readonly code: LogInError | RecoveryError) {
    super();
  }
}

type Slot = {
  /** Recovery codes come this way only: NextAuth's public endpoint cannot ask for a bot check. */
  recovery?: { attempt: RecoveryAttempt; asker: AskingBrowser };
  /** May bring the bot check that a code asks for. */
  form?: FormData;
  finished?: CompletedLogin;
  blocked?: LoginBlocked;
  botCheckNeeded?: BotCheckNeeded;
  limit?: TooManyRequests;
};

// NextAuth returns a URL only; this carries the rest from `authorize` to the caller.
const outcome = new AsyncLocalStorage<Slot>();

const nextAuth = NextAuth(() => ({
  // NextAuth's form token knows one secret only: see form-token.ts.
  secret: env().AUTH_SECRET[0],
  jwt: {
    encode: (token) => encode({ ...token, secret: env().AUTH_SECRET }),
    decode: (token) => decode({ ...token, secret: env().AUTH_SECRET }),
  },
  // Safe: the route handler rewrites every request to APP_URL first.
  trustHost: true,
  session: { strategy: "jwt", maxAge: cookieLifeSeconds },
  pages: { signIn: "/login", error: "/login" },
  // All three named, so that none can be planted from a subdomain (https).
  cookies: {
    sessionToken: { name: cookieName("session"), options: cookieAttributes() },
    callbackUrl: { name: cookieName("callback"), options: cookieAttributes() },
    csrfToken: { name: cookieName("csrf"), options: cookieAttributes() },
  },
  providers: [
    Credentials({
      credentials: { challengeId: {}, code: {}, username: {}, phone: {}, passkey: {} },
      authorize: (credentials) => authorize(credentials),
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      if (user) return { sub: user.id, sid: user.sid, role: user.role, checkedAt: Date.now() };
      return refreshToken(token);
    },
    // Nothing about the person; pages use current-user.ts.
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) => {
      const path = typeof url === "string" && url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url;
      return `${baseUrl}${safePath(path) ?? defaultDestination}`;
    },
  },
  logger: {
    // Names only: causes carry queries and credentials.
    error: (error) => {
      if (!(error instanceof CredentialsSignin)) logEvent("error", "nextauth_error", describeError(error));
    },
    warn: () => {},
    debug: () => {},
  },
}));

export const { handlers } = nextAuth;

/** NextAuth's handler for a posted credential. Throws TooManyRequests, which NextAuth would hide in a URL. */
export async function handleCallback(request: NextRequest): Promise<Response> {
  const slot: Slot = {};
  const response = await outcome.run(slot, () => handlers.POST(request));
  if (slot.limit) throw slot.limit;
  return response;
}

/** Logs in by code or passkey and sets the session cookie, or says why not. SHOP_UNAVAILABLE if the database does
 * not answer. Throws TooManyRequests. */
export async function logIn(
  credentials: Record<string, string>,
  form = new FormData(),
): Promise<Result<CompletedLogin, PlainRefusal> | LoginBlocked | BotCheckNeeded> {
  const slot: Slot = { form };
  const refusal = await signIn(credentials, slot);
  if (slot.blocked) return slot.blocked;
  if (slot.botCheckNeeded) return slot.botCheckNeeded;
  if (refusal !== null) return fail(refusal as PlainRefusal);
  return slot.finished ? ok(slot.finished) : fail("CHALLENGE_ENDED");
}

/** Logs in by recovery code, as `logIn`; may ask for a bot check. */
export async function logInByRecoveryCode(
  attempt: RecoveryAttempt,
  asker: AskingBrowser,
): Promise<Result<CompletedLogin, "RECOVERY_REFUSED" | "SHOP_UNAVAILABLE"> | LoginBlocked | BotCheckNeeded> {
  const slot: Slot = { recovery: { attempt, asker } };
  const refusal = await signIn({}, slot);
  if (slot.blocked) return slot.blocked;
  if (slot.botCheckNeeded) return slot.botCheckNeeded;
  if (refusal === null && slot.finished) return ok(slot.finished);
  return fail(refusal === "SHOP_UNAVAILABLE" ? refusal : "RECOVERY_REFUSED");
}

/** Null, or the error of `authorize`. Throws TooManyRequests. */
async function signIn(credentials: Record<string, string>, slot: Slot): Promise<LoginRefused["code"] | null> {
  try {
    await outcome.run(slot, () => nextAuth.signIn("credentials", { ...credentials, redirect: false }));
    return null;
  } catch (error) {
    if (slot.limit) throw slot.limit;
    if (error instanceof LoginRefused) return error.code;
    throw error;
  }
}

/** Public at /api/auth/callback/credentials, so every check is below this line. */
async function authorize(credentials: unknown) {
  const slot = outcome.getStore();
  const read = readAttempt(credentials, slot);
  if (!read.ok) throw new LoginRefused(read.error);
  const attempt = read.value;
  const visitor = readVisitor(await headers());
  const trustedKey = (await findTrustedDeviceKey()) ?? newKey();
  const challengeKey = await ("passkey" in attempt ? findPasskeyKey() : findChallengeKey());
  const bearer = { purpose: "code", browserKey: challengeKey ?? "", ip: visitor.ip } as const;
  const askForBotCheck = readBotCheckOf(slot?.form ?? new FormData(), bearer);
  const bagKey = await findBagKey();
  const browser = { challengeKey, trustedKey, sid: await findSessionId(), bagKey, askForBotCheck };
  const finishing =
    "recovery" in attempt
      ? completeRecoveryLogin(attempt.recovery.attempt, attempt.recovery.asker, browser)
      : "passkey" in attempt
        ? completePasskeyLogin(attempt.passkey, browser, visitor)
        : completeLogin(attempt, browser, visitor);
  const finished = await finishing.catch((error) => {
    if (error instanceof TooManyRequests) {
      if (slot) slot.limit = error;
      return fail("LIMIT_REACHED" as const);
    }
    logEvent("error", "login_failed", describeError(error));
    if (isServiceUnavailable(error)) return fail("SHOP_UNAVAILABLE" as const);
    throw error;
  });
  if (!finished.ok) {
    count("shop.logins.refused", { method: methodOf(attempt), reason: finished.error });
    if (finished.error === "ACCOUNT_PENDING_DELETION" && slot) slot.blocked = finished;
    if (finished.error === "BOT_CHECK_NEEDED" && slot) slot.botCheckNeeded = finished;
    if ("isMailed" in finished && finished.isMailed) after(sendDueMails);
    throw new LoginRefused(finished.error);
  }

  await dropChallengeKeys();
  if (bagKey !== null) await dropBagKey();
  await setTrustedDeviceKey(trustedKey);
  await setLanguageCookie(finished.value.locale);
  const { userId, role, sid, isMailed, method, outcome: result } = finished.value;
  count("shop.logins", { method, outcome: result });
  if (isMailed) after(sendDueMails);
  if (slot) slot.finished = finished.value;
  return { id: userId, role, sid };
}

function methodOf(attempt: object): "RECOVERY_CODE" | "PASSKEY" | "CODE" {
  if ("recovery" in attempt) return "RECOVERY_CODE";
  return "passkey" in attempt ? "PASSKEY" : "CODE";
}

function readAttempt(credentials: unknown, slot: Slot | undefined) {
  return slot?.recovery
    ? ok({ recovery: slot.recovery })
    : readLoginCredentials(credentials, env().DEFAULT_PHONE_COUNTRY);
}
