import { afterEach, expect, it, vi } from "vitest";
import {
  createPasskeyChallenge,
  type PasskeyAsker,
  passkeyChallengeLifeMs,
  readPasskeyChallenge,
} from "./passkey-challenge";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const browserKeyHash = "a".repeat(64);
const sessionId = "0190a1b2-0000-7000-8000-000000000001";
const login = { purpose: "LOGIN", browserKeyHash } as const;
const adding = { purpose: "ADD", browserKeyHash, sessionId } as const;
const stepUp = { purpose: "STEP_UP", browserKeyHash, sessionId, act: "administer" } as const;

const create = (asker: PasskeyAsker, now?: Date) =>
  Buffer.from(createPasskeyChallenge(asker, now)).toString("base64url");

it.each([login, adding, stepUp])("a challenge works for its requester, %j, for five minutes", (asker) => {
  const now = new Date("2026-01-01T00:00:00.123Z");
  const challenge = create(asker, now);
  const after = (ms: number) => readPasskeyChallenge(challenge, asker, new Date(now.getTime() + ms));
  expect(after(0)).toEqual(new Date("2026-01-01T00:05:00.123Z"));
  expect(after(passkeyChallengeLifeMs - 1)).not.toBeNull();
  expect(after(passkeyChallengeLifeMs)).toBeNull();
  expect(after(24 * 60 * passkeyChallengeLifeMs)).toBeNull();
});

it("a challenge does not work for another browser, session, action or purpose", () => {
  const askers: PasskeyAsker[] = [
    login,
    adding,
    stepUp,
    ...[login, adding, stepUp].map((asker) => ({ ...asker, browserKeyHash: "b".repeat(64) })),
    { ...adding, sessionId: "0190a1b2-0000-7000-8000-000000000002" },
    { ...stepUp, sessionId: "0190a1b2-0000-7000-8000-000000000002" },
    { ...stepUp, act: "remove-passkey" },
    // Written one after the other without marks, these would read as others do.
    { ...stepUp, sessionId: `${sessionId}admin`, act: "ister" },
    { ...adding, browserKeyHash: `${browserKeyHash}${sessionId}`, sessionId: "" },
  ];
  for (const asker of askers) {
    const challenge = create(asker);
    expect(askers.filter((each) => readPasskeyChallenge(challenge, each) !== null)).toEqual([asker]);
  }
});

it("a challenge with any change, cut or addition is refused", () => {
  const challenge = createPasskeyChallenge(login);
  const read = (bytes: Uint8Array) => readPasskeyChallenge(Buffer.from(bytes).toString("base64url"), login);
  expect(read(challenge)).not.toBeNull();
  for (let bit = 0; bit < challenge.length * 8; bit++) {
    const changed = Uint8Array.from(challenge);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(read(changed), `bit ${bit}`).toBeNull();
  }
  expect(read(challenge.subarray(0, 40))).toBeNull();
  expect(read(challenge.subarray(0, -1))).toBeNull();
  expect(read(Uint8Array.from([...challenge, 0]))).toBeNull();
  expect(readPasskeyChallenge("", login)).toBeNull();
  const text = Buffer.from(challenge).toString("base64url");
  for (const other of [`${text}=`, ` ${text}`, `${text}\n`]) expect(readPasskeyChallenge(other, login)).toBeNull();
});

it("a challenge made with another key is refused", async () => {
  vi.resetModules();
  vi.stubEnv("AUTH_SECRET", "another-shop-another-shop-another-shop-xx");
  const elsewhere = await import("./passkey-challenge");
  const foreign = Buffer.from(elsewhere.createPasskeyChallenge(login)).toString("base64url");
  expect(elsewhere.readPasskeyChallenge(foreign, login)).not.toBeNull();
  vi.unstubAllEnvs();
  expect(readPasskeyChallenge(foreign, login)).toBeNull();
});

it("a challenge has 256 random bits: no two of ten thousand start alike", () => {
  const now = new Date();
  const beginnings = Array.from({ length: 10_000 }, () =>
    Buffer.from(createPasskeyChallenge(login, now)).subarray(0, 16),
  );
  expect(new Set(beginnings.map((each) => each.toString("hex"))).size).toBe(10_000);
});
