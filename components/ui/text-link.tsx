import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** An underlined link inside running text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={classNames("text-link", className)} {...rest} />;
}
