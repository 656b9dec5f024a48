import type { ReactNode } from "react";
import { SiteHeader } from "@/components/layout/page-shell";

/** Keeps the header while its pages change. */
export default function ShopLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      {children}
    </>
  );
}
