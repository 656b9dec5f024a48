import Link from "next/link";
import { AccountMenu } from "./account-menu";
import { Wordmark } from "./wordmark";

const navLink =
  "inline-flex min-h-touch items-center px-3 font-medium text-ink no-underline decoration-2 underline-offset-[0.35em] hover:underline";

/** Name, the two rooms of the shop, and who is here. */
export function SiteHeader() {
  return (
    <header className="border-line border-b bg-canvas">
      <div className="shell flex flex-wrap items-center gap-x-4 py-3">
        <Wordmark />
        <nav aria-label="Main" className="order-last -ml-3 flex w-full sm:order-none sm:ml-0 sm:w-auto">
          <Link href="/#range" className={navLink}>
            The range
          </Link>
          <Link href="/home" prefetch={false} className={navLink}>
            Members
          </Link>
        </nav>
        <AccountMenu />
      </div>
    </header>
  );
}
