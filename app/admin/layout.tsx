import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  title: { default: "Dashboard", template: "%s · Dashboard · myshop" },
  robots: { index: false },
};

/** No guard here: a layout is not rendered anew on every navigation, so each page guards itself. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return children;
}
