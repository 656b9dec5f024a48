import Link from "next/link";
import { getPublicPath } from "@/lib/i18n/page-translations";
import { shopConfig } from "@/shop.config";
import { wordmarkStyle } from "./wordmark-style";

export async function Wordmark() {
  return (
    <Link href={await getPublicPath("/")} className={wordmarkStyle}>
      {shopConfig.name}
    </Link>
  );
}
