import type { NextRequest } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/access/access-rules";
import { guestBagCharges } from "@/lib/auth/rate-limit/charges";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import { settleBagOwner } from "@/lib/auth/session/bag-owner";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { addToBag, isMember, setQuantity, type Wanted } from "@/lib/bag/change-bag";
import { hashKey, newKey } from "@/lib/crypto/secret-key";
import { findBagKey, keepBagKey } from "@/lib/http/key-cookie";
import { readBody } from "@/lib/http/read-body";
import { pathWith, seeOther } from "@/lib/http/safe-redirect";
import { isSameOrigin } from "@/lib/http/same-origin";
import { isServiceUnavailable } from "@/lib/http/service-unavailable";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/http/too-many-requests";
import { readVisitor } from "@/lib/http/visitor";
import { isSlug } from "@/lib/storefront/products";
import type { BagNotice } from "./notices";

const maxBytes = 10_000;
const mostFields = 100;

/** Answers a form whose fields are quantities under the slugs of products. Leads to the bag with a sentence. */
export async function answerBagForm(
  request: NextRequest,
  change: (wanted: Wanted, request: NextRequest) => Promise<BagNotice>,
): Promise<Response> {
  if (!isSameOrigin(request.headers)) return await refuseForeignOrigin(request.headers);
  const body = await readBody(request, maxBytes);
  try {
    const notice = await change(readWanted(new URLSearchParams(body?.toString() ?? "")), request);
    return seeOther(pathWith("/bag", { notice }));
  } catch (error) {
    if (error instanceof TooManyRequests) return seeOther(tooManyRequestsPath(error, "/bag"));
    if (isServiceUnavailable(error)) return seeOther("/unavailable");
    throw error;
  }
}

export async function add(wanted: Wanted, request: NextRequest): Promise<BagNotice> {
  const chosen = new Map([...wanted].filter(([, quantity]) => quantity > 0));
  if (chosen.size === 0) return "NOTHING_CHOSEN";
  const owner = await settleBagOwner(await findCurrentUser());
  if (owner !== null && isMember(owner)) return await addToBag(owner, chosen);
  const visitor = readVisitor(request.headers);
  const key = (await findBagKey()) ?? newKey();
  const mayCreate = () => chargeOrRefuse(guestBagCharges(visitor.ip), null, visitor);
  const added = await addToBag({ keyHash: hashKey(key) }, chosen, mayCreate);
  if (added !== "NOT_ADDED") await keepBagKey(key);
  return added;
}

export async function set(wanted: Wanted): Promise<BagNotice> {
  const owner = await settleBagOwner(await findCurrentUser());
  const [line] = wanted;
  if (owner === null || line === undefined) return "NOT_CHANGED";
  const changed = await setQuantity(owner, ...line);
  const key = isMember(owner) ? null : await findBagKey();
  if (key !== null && changed !== "NOT_CHANGED") await keepBagKey(key);
  return changed;
}

/** Leaves out what no form of ours sends. */
function readWanted(fields: URLSearchParams): Wanted {
  const pairs = [...fields].slice(0, mostFields);
  const wellFormed = pairs.filter(([slug, quantity]) => isSlug(slug) && /^\d{1,3}$/.test(quantity));
  return new Map(wellFormed.map(([slug, quantity]) => [slug, Number(quantity)]));
}
