import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { attestationCertificate, attestationKey } from "./attestation-certificate";
import { coseKey } from "./cose-key";

const flag = { userPresent: 1, userVerified: 4, mayBeSynced: 8, isSynced: 16, hasKey: 64 };

type Change = {
  origin?: string;
  counter?: number;
  isVerified?: boolean;
  isInFrame?: boolean;
  topOrigin?: string;
  rpId?: string;
  /** Itself, or a certificate. */
  attestation?: "self" | "certificate";
  claimedId?: string;
};

/** A WebAuthn authenticator in memory with a P-256 key; says what a test wants. Does not count by default. */
export function newSoftPasskey(home: { origin: string; rpId: string }) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  let userHandle = "";
  const clientData = (type: string, challenge: string, change: Change) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge,
        origin: change.origin ?? home.origin,
        crossOrigin: change.isInFrame ?? false,
        ...(change.topOrigin ? { topOrigin: change.topOrigin } : {}),
      }),
    );
  const head = (change: Change, extra: number) => {
    const person = flag.userPresent | (change.isVerified === false ? 0 : flag.userVerified);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(change.counter ?? 0);
    const rpIdHash = createHash("sha256")
      .update(change.rpId ?? home.rpId)
      .digest();
    return Buffer.concat([rpIdHash, Buffer.from([person | flag.mayBeSynced | flag.isSynced | extra]), counter]);
  };
  const named = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" };

  return {
    id: named.id,

    /** navigator.credentials.create() */
    create(options: { challenge: string; user: { id: string } }, change: Change = {}) {
      userHandle = options.user.id;
      const authData = Buffer.concat([
        head(change, flag.hasKey),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey),
      ]);
      const client = clientData("webauthn.create", options.challenge, change);
      const signed = Buffer.concat([authData, createHash("sha256").update(client).digest()]);
      const statement = new Map<string, number | Uint8Array | Uint8Array[]>();
      if (change.attestation) {
        const key = change.attestation === "self" ? privateKey : attestationKey;
        statement.set("alg", -7);
        statement.set("sig", new Uint8Array(createSign("SHA256").update(signed).sign(key)));
      }
      if (change.attestation === "certificate") statement.set("x5c", [new Uint8Array(attestationCertificate)]);
      const attestation = isoCBOR.encode(
        new Map<string, string | typeof statement | Uint8Array>([
          ["fmt", change.attestation ? "packed" : "none"],
          ["attStmt", statement],
          ["authData", new Uint8Array(authData)],
        ]),
      );
      const claimed = change.claimedId ?? named.id;
      return {
        ...named,
        id: claimed,
        rawId: claimed,
        response: {
          clientDataJSON: client.toString("base64url"),
          attestationObject: Buffer.from(attestation).toString("base64url"),
          transports: ["internal"],
        },
      };
    },

    /** navigator.credentials.get() */
    sign(options: { challenge: string }, change: Change & { userHandle?: string } = {}) {
      const authData = head(change, 0);
      const client = clientData("webauthn.get", options.challenge, change);
      const signed = Buffer.concat([authData, createHash("sha256").update(client).digest()]);
      return {
        ...named,
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: authData.toString("base64url"),
          signature: createSign("SHA256").update(signed).sign(privateKey).toString("base64url"),
          userHandle: change.userHandle ?? userHandle,
        },
      };
    },
  };
}

export type SoftPasskey = ReturnType<typeof newSoftPasskey>;
