import { cache } from "react";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { getLocale } from "@/lib/i18n/page-translations";
import { findProduct } from "@/lib/storefront/find-product";

/** The product as this request's visitor may see it, in the page's language, read once for the page and its metadata. */
export const findProductForVisitor = cache(async (slug: string) => {
  const locale = await getLocale();
  return await orUnavailable(async () => {
    const user = await findCurrentUser();
    return await findProduct(slug, { isMember: user !== null, locale });
  });
});
