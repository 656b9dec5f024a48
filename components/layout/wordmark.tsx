import Link from "next/link";
import { shopName, wordmarkStyle } from "./wordmark-style";

/** The shop's name, leading home. */
export function Wordmark() {
  return (
    <Link href="/" className={wordmarkStyle}>
      {shopName}
    </Link>
  );
}
