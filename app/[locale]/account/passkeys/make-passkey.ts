import { orUnreached } from "@/app/[locale]/_step-up/or-unreached";
import { addPasskeyAction, newPasskeyOptionsAction } from "./actions";

/** What is said where no passkey was added. `unreached`: and none was made; `leftOnDevice`: the device has one now. */
export type MakingProblems = Record<"unsupported" | "known" | "notMade" | "unreached" | "leftOnDevice", string>;

/**
 * Has the browser make a passkey, and adds it under this name. Gives the sentence that says why none was added; after an
 * addition the page is left. The library comes when it is needed.
 */
export async function makePasskey(name: string, problems: MakingProblems): Promise<string> {
  const library = await orUnreached(import("@simplewebauthn/browser"), null);
  if (library === null) return problems.unreached;
  if (!library.browserSupportsWebAuthn()) return problems.unsupported;
  const asked = await orUnreached(newPasskeyOptionsAction(), { problem: problems.unreached });
  if ("problem" in asked) return asked.problem;
  let answer: Awaited<ReturnType<typeof library.startRegistration>>;
  try {
    answer = await library.startRegistration({ optionsJSON: asked.options });
  } catch (error) {
    // A device that holds one of the passkeys already (WebAuthn section 5.1.3); everything else is a person's "no".
    const isKnown = error instanceof Error && error.name === "InvalidStateError";
    return isKnown ? problems.known : problems.notMade;
  }
  return (await orUnreached(addPasskeyAction(name, answer), { problem: problems.leftOnDevice })).problem;
}
