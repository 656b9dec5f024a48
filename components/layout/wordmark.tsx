import Link from "next/link";

/** The shop's name as an enamel street plate, leading home. */
export function Wordmark() {
  return (
    <Link
      href="/"
      className="plate inline-flex min-h-touch items-center rounded-plate px-3.5 font-bold text-heading leading-none tracking-tight no-underline hover:bg-accent-hover"
    >
      myshop
    </Link>
  );
}
