import { AsyncLocalStorage } from "node:async_hooks";
import { headers } from "next/headers";
import { after, type NextRequest } from "next/server";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import {
  type AskingBrowser,
  dropChallengeKeys,
  findChallengeKey,
  findPasskeyKey,
  findTrustedDeviceKey,
  readBotCheckOf,
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
import { settleLanguage } from "@/lib/auth/login/settle-language";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import type { BotCheckNeeded } from "@/lib/auth/rate-limit/enforce";
import { findSessionId } from "@/lib/auth/session/current-user";
import { refreshToken } from "@/lib/auth/session/refresh-token";
import { newKey } from "@/lib/crypto/secret-key";
import { env } from "@/lib/env";
import { cookieAttributes, cookieLifeSeconds, cookieName } from "@/lib/http/cookies";
import { defaultDestination, safePath } from "@/lib/http/safe-redirect";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { readVisitor } from "@/lib/http/visitor";
import { describeError, logEvent } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";

export type LogInError =
  | CompleteLoginError
  | LoginBlocked["error"]
  | "PASSKEY_REFUSED"
  | BotCheckNeeded["error"]
  | "CODE_MALFORMED"
  | "SHOP_UNAVAILABLE"
  | "LIMIT_REACHED";

/** One that brings nothing but its name. */
type PlainRefusal = Exclude<LogInError, LoginBlocked["error"] | BotCheckNeeded["error"]>;

type RecoveryError = "RECOVERY_REFUSED";

/** A refusal on its way out of `authorize`. NextAuth shows `code` to the client, so it is one of our closed set. */
class LoginRefused extends CredentialsSignin {
  constructor(override readonly code: LogInError | RecoveryError) {
    super();
  }
}

type Slot = {
  /** A recovery code comes this way and no other: its page asks for a proof where NextAuth's public door could not. */
  recovery?: { attempt: RecoveryAttempt; asker: AskingBrowser };
  /** May bring the proof that a code asks for; NextAuth's public door has no page to ask on. */
  form?: FormData;
  finished?: CompletedLogin;
  blocked?: LoginBlocked;
  botCheckNeeded?: BotCheckNeeded;
  limit?: TooManyRequests;
};

// NextAuth takes fields of a form and gives back a URL only; this carries the rest between authorize and whoever called.
const outcome = new AsyncLocalStorage<Slot>();

const nextAuth = NextAuth(() => ({
  secret: env().AUTH_SECRET,
  // The route handler rewrites every request to APP_URL first, so the Host header decides nothing.
  trustHost: true,
  session: { strategy: "jwt", maxAge: cookieLifeSeconds },
  pages: { signIn: "/login", error: "/login" },
  // All three named, so that with https none can be planted from a subdomain.
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
    // What /api/auth/session tells: nothing about the person. Pages ask current-user.ts, which reads the row.
    session: ({ session }) => ({ expires: session.expires }),
    // Posted as JSON, `url` can be anything.
    redirect: ({ url, baseUrl }) => {
      const path = typeof url === "string" && url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url;
      return `${baseUrl}${safePath(path) ?? defaultDestination}`;
    },
  },
  logger: {
    // Names only: NextAuth's errors carry causes, and causes carry queries and credentials.
    error: (error) => {
      if (!(error instanceof CredentialsSignin)) logEvent("error", "nextauth_error", describeError(error));
    },
    warn: () => {},
    debug: () => {},
  },
}));

export const { handlers } = nextAuth;

/** Runs NextAuth's own handler for a posted credential. Throws TooManyRequests, which NextAuth would hide in a URL. */
export async function handleCallback(request: NextRequest): Promise<Response> {
  const slot: Slot = {};
  const response = await outcome.run(slot, () => handlers.POST(request));
  if (slot.limit) throw slot.limit;
  return response;
}

/**
 * Logs this browser in with a challenge and its code (or, once proven, with the field that was taken), or with what a
 * passkey answered.
 * Sets NextAuth's session cookie on success; on failure nothing is set and a code says why. A code may need a bot check,
 * which `form` brings. An account that is to be
 * deleted comes with the authority to keep it. Never throws for an
 * unreachable database: that is SHOP_UNAVAILABLE. Throws TooManyRequests.
 */
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

/** Logs this browser in with a recovery code, as `logIn`; it may be asked for a proof that it is no machine first. */
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

/** Has NextAuth sign in. Null, or the word by which `authorize` refused. Throws TooManyRequests. */
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

/** NextAuth's public door: it also stands open at /api/auth/callback/credentials, so every check is below this line. */
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
  const browser = { challengeKey, trustedKey, sid: await findSessionId(), askForBotCheck };
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
    if (finished.error === "ACCOUNT_PENDING_DELETION" && slot) slot.blocked = finished;
    if (finished.error === "BOT_CHECK_NEEDED" && slot) slot.botCheckNeeded = finished;
    if ("isMailed" in finished && finished.isMailed) after(sendDueMails);
    throw new LoginRefused(finished.error);
  }

  await dropChallengeKeys();
  await setTrustedDeviceKey(trustedKey);
  await settleLanguage(finished.value);
  const { userId, role, sid, isMailed } = finished.value;
  if (isMailed) after(sendDueMails);
  if (slot) slot.finished = finished.value;
  return { id: userId, role, sid };
}

function readAttempt(credentials: unknown, slot: Slot | undefined) {
  return slot?.recovery
    ? ok({ recovery: slot.recovery })
    : readLoginCredentials(credentials, env().DEFAULT_PHONE_COUNTRY);
}
