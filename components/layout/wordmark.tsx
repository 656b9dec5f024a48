import Link from "next/link";
import { shopName, wordmarkStyle } from "./wordmark-style";

export function Wordmark() {
  return (
    <Link href="/" className={wordmarkStyle}>
      {shopName}
    </Link>
  );
}
