import Link from "next/link";

const link = "inline-flex min-h-touch items-center text-ink hover:underline";

export function SiteFooter() {
  return (
    <footer className="mt-auto border-line border-t">
      <div className="shell grid gap-x-10 gap-y-6 py-10 sm:grid-cols-[1fr_auto] sm:items-start">
        <div className="max-w-reading">
          <p className="font-semibold">A short range of things made properly.</p>
          <p className="mt-1 text-fine text-ink-muted">
            We never ask for a password. If a page or a mail does, it isn&rsquo;t ours.
          </p>
        </div>
        <nav aria-label="Footer" className="-my-2.5 flex flex-wrap gap-x-6">
          <Link href="/#range" className={link}>
            The range
          </Link>
          <Link href="/home" prefetch={false} className={link}>
            Members
          </Link>
          <Link href="/account" prefetch={false} className={link}>
            My account
          </Link>
        </nav>
      </div>
    </footer>
  );
}
