import { readFileSync } from "node:fs";
import { encode } from "next-auth/jwt";
import { addOrder, addProduct, addSession, addUser } from "./database";
import { expect, fromNewAddress, newPerson } from "./fixtures";
import { shop } from "./running-shop";

/** `open`: the same for all. `member`: logged in. `own`: 404 for other members. `checkout`: needs a bag. `entrance`: strangers only. `staff`, `admin`: 404 for others.
 * `gate`: by the middleware. `download`, `export`: a GET leads to the page. `door`: asks for a passkey. */
export type Access =
  | "checkout"
  | "own"
  | "open"
  | "entrance"
  | "member"
  | "download"
  | "staff"
  | "admin"
  | "gate"
  | "export"
  | "door";

/** A missing route fails the suite. */
export const routeAccess: Record<string, Access> = {
  "/login": "entrance",
  "/login/recovery": "entrance",
  "/register": "entrance",
  "/prerendered/login": "open",
  "/prerendered/register/[edition]": "open",
  "/otp/[challenge]": "open",
  "/not-me/[token]": "open",
  "/undo-deletion/[token]": "open",
  "/stop-recovery/[token]": "open",
  "/undo-email/[token]": "open",
  "/refused/[reason]": "open",
  "/foreign-origin": "open",
  "/too-many-requests": "open",
  "/unavailable": "open",
  "/logout": "open",
  "/logout/confirm": "open",
  "/bag": "open",
  "/bag/add": "open",
  "/bag/set": "open",
  "/products/[slug]": "open",
  "/storefront/[edition]": "open",
  "/icon": "open",
  "/robots.txt": "open",
  "/sitemap.xml": "open",
  "/.well-known/passkey-endpoints": "open",
  "/.well-known/security.txt": "open",
  "/_not-found": "open",
  "/_global-error": "open",
  "/api/auth/[...nextauth]": "open",
  "/[...nowhere]": "open",
  "/api/health": "open",
  "/api/health/ready": "open",
  "/api/jobs/daily": "open",
  "/api/language": "open",
  "/api/me": "open",
  "/api/passkey-challenge": "open",
  "/api/passkey-offer": "open",
  "/api/webhooks/sendgrid": "open",
  "/api/webhooks/stripe": "open",
  "/home": "gate",
  "/home/[key]": "gate",
  "/account": "member",
  "/account/username": "member",
  "/account/language": "member",
  "/account/email": "member",
  "/account/phone": "member",
  "/account/review": "member",
  "/account/sessions": "member",
  "/account/passkeys": "member",
  "/account/recovery-codes": "member",
  "/account/recovery-codes/file": "download",
  "/account/confirm-with-recovery-code": "member",
  "/checkout": "checkout",
  "/account/orders": "member",
  "/account/orders/[number]": "own",
  "/account/data": "member",
  "/account/data/file": "download",
  "/account/delete": "member",
  "/admin": "staff",
  "/admin/passkey": "door",
  "/admin/orders": "staff",
  "/admin/orders/[number]": "staff",
  "/admin/orders/[number]/accept": "admin",
  "/admin/orders/[number]/send": "admin",
  "/admin/orders/[number]/cancel": "admin",
  "/admin/orders/export": "export",
  "/admin/products": "staff",
  "/admin/products/new": "admin",
  "/admin/products/[id]/edit": "admin",
  "/admin/users": "staff",
  "/admin/users/[id]": "staff",
  "/admin/users/selected": "admin",
  "/admin/users/new": "admin",
  "/admin/users/[id]/delete": "admin",
  "/admin/users/[id]/disable": "admin",
  "/admin/users/[id]/edit": "admin",
  "/admin/users/[id]/enable": "admin",
  "/admin/users/[id]/passkeys": "admin",
  "/admin/users/[id]/invite": "admin",
  "/admin/users/[id]/recover": "admin",
  "/admin/users/[id]/stop-recovery": "admin",
  "/admin/users/[id]/role": "admin",
  "/admin/users/[id]/sessions": "admin",
  "/admin/users/export": "export",
  "/admin/limits": "staff",
  "/admin/limits/release": "admin",
  "/admin/delivery": "staff",
  "/admin/delivery/mailbox": "staff",
  "/admin/delivery/mailbox/release": "admin",
  "/admin/audit": "staff",
  "/admin/audit/export": "export",
};

/** Without the language. */
export function builtRoutes(): string[] {
  const manifest = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<string, string>;
  return Object.values(manifest).map((route) => route.replace("/[locale]", ""));
}

export const visitors = ["STRANGER", "CUSTOMER", "STAFF", "ADMIN", "ADMIN_BY_MAIL"] as const;

/** And a user, a product and an order to look at. */
export async function logInEachRole(): Promise<{
  cookies: Record<(typeof visitors)[number], string>;
  userId: string;
  productId: string;
  number: number;
}> {
  const cookies = { STRANGER: "", CUSTOMER: "", STAFF: "", ADMIN: "", ADMIN_BY_MAIL: "" };
  for (const visitor of ["CUSTOMER", "STAFF", "ADMIN", "ADMIN_BY_MAIL"] as const) {
    const isByMail = visitor === "ADMIN_BY_MAIL";
    const role = isByMail ? "ADMIN" : visitor;
    const sub = await addUser(newPerson(), role);
    const salt = "shop-session";
    const token = { sub, sid: await addSession(sub, { isByMail }), role, checkedAt: Date.now() };
    cookies[visitor] = `${salt}=${await encode({ token, secret: shop.authSecret, salt, maxAge: 3_600 })}`;
  }
  const userId = await addUser(newPerson());
  const product = await addProduct();
  return { cookies, userId, productId: product.id, number: await addOrder(userId, product) };
}

export async function expectAccess(
  route: string,
  shopUrl: string,
  { cookies, userId, productId, number }: Awaited<ReturnType<typeof logInEachRole>>,
): Promise<void> {
  const id = route.startsWith("/admin/products/") ? productId : userId;
  const path = route
    .replace("[id]", id)
    .replace("[number]", String(number))
    .replace(/\[[^\]]+\]/g, "none");
  const answers = new Map<string, { status: number; location: string | null }>();
  for (const visitor of visitors) {
    const headers = { ...fromNewAddress(), ...(cookies[visitor] ? { cookie: cookies[visitor] } : {}) };
    const answer = await fetch(shopUrl + path, { headers, redirect: "manual" });
    answers.set(visitor, { status: answer.status, location: answer.headers.get("location") });
  }
  const statusOf = (visitor: (typeof visitors)[number]) => answers.get(visitor)?.status;
  const access = routeAccess[route];
  if (access === "open") {
    for (const visitor of visitors) expect(statusOf(visitor), `${visitor} at ${path}`).toBe(statusOf("STRANGER"));
    expect(answers.get("STRANGER")?.location ?? "", path).not.toContain("/login?next=");
    return;
  }
  if (access === "entrance") {
    expect(statusOf("STRANGER"), path).toBe(200);
    for (const visitor of visitors.slice(1))
      expect(answers.get(visitor)?.location, `${visitor} at ${path}`).toBe("/home");
    return;
  }
  expect(answers.get("STRANGER")?.location, `a stranger at ${path}`).toContain("/login?next=");
  if (access === "download") {
    for (const visitor of visitors.slice(1))
      expect(answers.get(visitor)?.location, `${visitor} at ${path}`).toBe(path.replace(/\/file$/, ""));
    return;
  }
  if (access === "checkout") {
    for (const visitor of visitors.slice(1))
      expect(answers.get(visitor)?.location, `${visitor} at ${path}`).toBe("/bag");
    return;
  }
  if (access === "own") {
    for (const visitor of visitors.slice(1)) expect(statusOf(visitor), `${visitor} at ${path}`).toBe(404);
    return;
  }
  const isForStaff = ["staff", "admin", "export", "door"].includes(access ?? "");
  expect(statusOf("CUSTOMER"), `a shopper at ${path}`).toBe(isForStaff || route === "/home/[key]" ? 404 : 200);
  if (!isForStaff) return;
  if (access === "door") {
    expect(statusOf("ADMIN_BY_MAIL"), path).toBe(200);
    expect(answers.get("STAFF")?.location, path).toBe("/admin");
    return;
  }
  expect(answers.get("ADMIN_BY_MAIL")?.location, `an admin by mailed code at ${path}`).toContain(
    "/admin/passkey?next=",
  );
  if (access === "export") {
    for (const visitor of ["STAFF", "ADMIN"] as const)
      expect(answers.get(visitor)?.location, `${visitor} at ${path}`).toBe(path.replace(/\/export$/, ""));
    return;
  }
  expect(statusOf("STAFF"), `staff at ${path}`).toBe(access === "admin" ? 404 : 200);
  expect(statusOf("ADMIN"), `an admin at ${path}`).toBe(200);
}
