import type { OrderState } from "@/lib/db/generated/enums";
import { catalogue } from "@/prisma/catalogue/catalogue";
import { firstNames, lastNames } from "./demo-rows";
import { pick, pickWeighted, randomSource, uuid7 } from "./write-rows";

const dayMs = 86_400_000;
const SHOP_AGE_DAYS = 1_095;

const cities = [
  ["Lisboa", "PT", "1100-148"],
  ["Wien", "AT", "1010"],
  ["Madrid", "ES", "28004"],
  ["Lyon", "FR", "69001"],
  ["Utrecht", "NL", "3511 AA"],
  ["Dublin", "IE", "D02 AF30"],
] as const;

type DemoLine = { name: string; quantity: number; unitPriceCents: number };

export type DemoOrder = {
  id: string;
  userId: string | null;
  state: OrderState;
  name: string;
  line1: string;
  city: string;
  postalCode: string;
  country: string;
  totalCents: number;
  placedAt: Date;
  acceptedAt: Date | null;
  sentAt: Date | null;
  cancelledAt: Date | null;
  lines: DemoLine[];
};

/** Three years of orders, oldest first. Those of the last days still wait; one in ten has lost its account. */
export function* demoOrders(count: number, userIds: readonly string[], now = Date.now()): Generator<DemoOrder> {
  const random = randomSource(count);
  for (let index = 0; index < count; index++) {
    const placedAt = now - SHOP_AGE_DAYS * dayMs * (1 - (index + random()) / count);
    const [city, country, postalCode] = pick(random, cities);
    const state = stateOf(random, now - placedAt);
    const decidedAt = (days: number) => new Date(Math.min(placedAt + days * dayMs, now));
    const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      const { name, memberPriceCents } = pick(random, catalogue);
      return { name, quantity: 1 + Math.floor(random() * 3), unitPriceCents: memberPriceCents };
    });
    yield {
      id: uuid7(random, placedAt),
      userId: random() < 0.1 ? null : (userIds[Math.floor(random() * userIds.length)] ?? null),
      state,
      name: `${capital(pick(random, firstNames))} ${capital(pick(random, lastNames))}`,
      line1: `${capital(pick(random, lastNames))} ${1 + Math.floor(random() * 200)}`,
      city,
      postalCode,
      country,
      totalCents: lines.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0),
      placedAt: new Date(placedAt),
      acceptedAt: state === "ACCEPTED" || state === "SENT" ? decidedAt(1) : null,
      sentAt: state === "SENT" ? decidedAt(2) : null,
      cancelledAt: state === "CANCELLED" ? decidedAt(1) : null,
      lines,
    };
  }
}

function stateOf(random: () => number, ageMs: number): OrderState {
  if (ageMs < dayMs) return "PLACED";
  if (ageMs < 3 * dayMs) return "ACCEPTED";
  return pickWeighted<OrderState>(random, [
    ["SENT", 95],
    ["CANCELLED", 5],
  ]);
}

function capital(word: string): string {
  return word.replace(/^./, (letter) => letter.toUpperCase());
}
