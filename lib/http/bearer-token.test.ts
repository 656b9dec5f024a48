import * as crypto from "node:crypto";
import { expect, it, vi } from "vitest";
import { hasBearerToken } from "./bearer-token";

vi.mock("node:crypto", { spy: true });

const secret = "a secret of more than thirty-two characters".replaceAll(" ", "-");
const ask = (authorization?: string) => hasBearerToken(new Headers(authorization ? { authorization } : {}), secret);

it("the secret is compared in constant time, whatever is given", () => {
  const compare = vi.mocked(crypto.timingSafeEqual);
  for (const given of [undefined, "Bearer ", `Bearer ${secret.slice(1)}`, `Bearer ${secret}`]) {
    compare.mockClear();
    ask(given);
    expect(compare).toHaveBeenCalledOnce();
  }
});

it("only the whole secret opens", () => {
  expect(ask(`Bearer ${secret}`)).toBe(true);
  expect(ask(`bearer ${secret}`)).toBe(true);
  const wrong = [undefined, "Bearer", secret, `Basic ${secret}`, `Bearer ${secret}x`, `Bearer ${secret.slice(0, -1)}`];
  for (const given of [...wrong, `Bearer ${secret.toUpperCase()}`, "Bearer undefined", `Bearer ${secret}, x`]) {
    expect(ask(given)).toBe(false);
  }
});
