import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

/** Header, main landmark and footer. `isBleeding` leaves the width to the page, for full-width bands. */
export function PageShell({ isBleeding = false, children }: { isBleeding?: boolean; children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <main id="main" tabIndex={-1} className={isBleeding ? "grow" : "shell grow py-10 sm:py-14"}>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
