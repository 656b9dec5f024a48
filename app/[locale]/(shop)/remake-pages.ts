import { revalidatePath } from "next/cache";
import { productPages } from "@/lib/storefront/product-pages";

/** The next request of the storefront and the members' page sees the change; other instances follow by
 * `keepProductPagesCurrent` (instrumentation-node.ts). */
export function remakeProductPages(): void {
  for (const page of productPages) revalidatePath(page, "page");
}
