import type { ReactNode } from "react";
import { PageShell } from "@/components/layout/page-shell";

export default function ShopLayout({ children }: { children: ReactNode }) {
  return <PageShell isBleeding>{children}</PageShell>;
}
