import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** An underlined link inside running text. What can be hit is 44px high, without pushing the lines apart. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={classNames("text-link relative after:absolute after:inset-x-0 after:-inset-y-3", className)}
      {...rest}
    />
  );
}
