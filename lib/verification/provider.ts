import type { CodeChannel } from "@/lib/code-channels";
import type { Clock } from "@/lib/i18n/format";
import type { Result } from "@/lib/result";
import type { CodeAction } from "@/lib/step-up/sensitive-actions";

/** A sensitive act, or that an address becomes an account's: its reader may be a stranger to the account. */
export type MessagePurpose = CodeAction | "new-address";

/** What the message tells its reader besides the code. */
export type MessageContext = {
  /** How its reader reads. */
  clock: Clock;
  /** Browser and system that asked, in the reader's words: "Chrome on Windows". */
  device: string;
  requestedAt: Date;
  expiresAt: Date;
  /** What the code confirms besides the address; nothing for a login. */
  act?: MessagePurpose;
  /** Where the code is asked for. The message adds the code behind a `#`, so that the link fills it in. */
  prefillUrl: string;
  /** The page where the reader can end what somebody else asked for. */
  notMeUrl: string;
};

type StartError =
  /** The provider is down, slow, misconfigured or talks nonsense: nobody gets codes now. */
  | "PROVIDER_UNAVAILABLE"
  /** The provider does not want to send to this address, or not yet. Nothing is wrong with the provider. */
  | "ADDRESS_REFUSED";

type CheckError =
  /** Wrong, expired, used, guessed too often, or never sent: one answer for all. */
  | "CODE_REJECTED"
  /** The provider failed, and did not compare the code. */
  | "PROVIDER_UNAVAILABLE"
  /** The provider failed in a way that leaves open whether it compared the code. */
  | "PROVIDER_SILENT";

/** Whoever sends one-time codes and checks them. It never sees an account, and we never see a code before the person types it. */
export interface VerificationProvider {
  /**
   * Sends a code, or the same code again while one is pending; `isFresh` throws a pending one away first. `isTrusted`
   * keeps it apart from the codes that strangers ask for. Gives the provider's id of the verification.
   */
  start(
    address: string,
    channel: CodeChannel,
    context: MessageContext,
    options?: { isFresh?: boolean; isTrusted?: boolean },
  ): Promise<Result<{ sid: string }, StartError>>;
  /** Compares a code with the one sent for exactly this verification and this address. */
  check(sid: string, address: string, code: string, isTrusted?: boolean): Promise<Result<{ sid: string }, CheckError>>;
  /** An id that looks like a real one and belongs to no verification; checking it costs the same time. */
  decoySid(): string;
}
