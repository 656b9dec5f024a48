import { notFound } from "next/navigation";
import { listStorefrontProducts } from "@/lib/storefront/list-storefront-products";
import { KeptForMembers } from "./kept-for-members";
import { Range } from "./range";
import { Sign } from "./sign";

// Static, but made on the first request: docs/decisions/storefront-is-made-on-first-request.md.
export const revalidate = 300;
export const dynamicParams = true;

export function generateStaticParams(): { edition: string }[] {
  return [];
}

export default async function StorefrontPage({ params }: { params: Promise<{ edition: string }> }) {
  if ((await params).edition !== "today") notFound();
  const { products, keptForMembers, savingPercent } = await listStorefrontProducts();
  return (
    <>
      <Sign count={products.length + keptForMembers.length} savingPercent={savingPercent} />
      <Range products={products} savingPercent={savingPercent} />
      <KeptForMembers pieces={keptForMembers} savingPercent={savingPercent} />
    </>
  );
}
