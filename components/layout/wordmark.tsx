import Link from "next/link";
import { shopConfig } from "@/shop.config";
import { wordmarkStyle } from "./wordmark-style";

export function Wordmark() {
  return (
    <Link href="/" className={wordmarkStyle}>
      {shopConfig.name}
    </Link>
  );
}
