import Link from "next/link";

/** The same in every language, and in Latin letters. */
const shopName = "myshop";

/** The shop's name as an enamel street plate, leading home. */
export function Wordmark() {
  return (
    <Link
      href="/"
      className="plate inline-flex min-h-touch items-center rounded-plate px-3.5 font-bold text-heading leading-none tracking-tight no-underline hover:bg-accent-hover"
    >
      {shopName}
    </Link>
  );
}
