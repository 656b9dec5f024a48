import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PendingNavigation } from "@/components/layout/pending-navigation";

export const metadata: Metadata = {
  title: { default: "Dashboard", template: "%s · Dashboard · myshop" },
  robots: { index: false },
};

/** No guard here: a layout is not rendered anew on every navigation, so each page guards itself. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PendingNavigation />
      {children}
    </>
  );
}
