import type { CodeChannel } from "@/lib/code-channels";
import type { Clock } from "@/lib/i18n/format";
import type { Result } from "@/lib/result";
import type { CodeAction } from "@/lib/step-up/sensitive-actions";

/** A new address's reader may be a stranger to the account. */
export type MessagePurpose = CodeAction | "new-address";

export type MessageContext = {
  clock: Clock;
  device: string;
  requestedAt: Date;
  expiresAt: Date;
  act?: MessagePurpose;
  /** The message adds the code behind `#`. */
  prefillUrl: string;
  notMeUrl: string;
};

type StartError =
  | "PROVIDER_UNAVAILABLE"
  /** The provider is healthy, but does not send there. */
  | "ADDRESS_REFUSED";

type CheckError =
  /** Wrong, expired, used or never sent. */
  | "CODE_REJECTED"
  /** Not compared. */
  | "PROVIDER_UNAVAILABLE"
  /** Perhaps compared. */
  | "PROVIDER_SILENT";

/** Sends and checks codes; it sees no account and we see no code. */
export interface VerificationProvider {
  /** Sends a code; a pending one again unless `isFresh`. Gives the provider's id. */
  start(
    address: string,
    channel: CodeChannel,
    context: MessageContext,
    options?: { isFresh?: boolean; isTrusted?: boolean },
  ): Promise<Result<{ sid: string }, StartError>>;
  check(sid: string, address: string, code: string, isTrusted?: boolean): Promise<Result<{ sid: string }, CheckError>>;
  /** Checks as slowly as a real id. */
  decoySid(): string;
}
