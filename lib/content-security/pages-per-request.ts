/**
 * The pages that are made for each request, as Next writes their routes. They get a nonce; all others are made once for
 * all and get hashes. e2e/content-security.spec.ts compares this list with the build.
 */
const pagesPerRequest = [
  "/login",
  "/login/recovery",
  "/register",
  "/otp/[challenge]",
  "/products/[slug]",
  "/not-me/[token]",
  "/undo-deletion/[token]",
  "/stop-recovery/[token]",
  "/undo-email/[token]",
  "/account",
  "/account/username",
  "/account/email",
  "/account/phone",
  "/account/sessions",
  "/account/passkeys",
  "/account/recovery-codes",
  "/account/recovery-proof",
  "/account/data",
  "/account/delete",
  "/admin",
  "/admin/users",
  "/admin/users/[id]",
  "/admin/users/selected",
  "/admin/users/new",
  "/admin/users/[id]/delete",
  "/admin/users/[id]/disable",
  "/admin/users/[id]/edit",
  "/admin/users/[id]/enable",
  "/admin/users/[id]/passkeys",
  "/admin/users/[id]/invite",
  "/admin/users/[id]/recover",
  "/admin/users/[id]/stop-recovery",
  "/admin/users/[id]/role",
  "/admin/users/[id]/sessions",
  "/admin/limits",
  "/admin/limits/release",
  "/admin/audit",
];

const pattern = new RegExp(`^(?:${pagesPerRequest.map((route) => route.replace(/\[\w+\]/g, "[^/]+")).join("|")})/?$`);

/** Whether the page at this path is made for each request. A path below it that no page has is not. */
export function isMadePerRequest(pathname: string): boolean {
  return pattern.test(pathname);
}
