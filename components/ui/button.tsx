import type { VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style";

type ButtonStyle = VariantProps<typeof buttonStyle>;

/** Type "button" by default, so it never submits by accident. */
export function Button({
  variant,
  size,
  block,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonStyle) {
  return <button type={type} className={buttonStyle({ variant, size, block, className })} {...rest} />;
}

export function ButtonLink({ variant, size, block, className, ...rest }: ComponentProps<typeof Link> & ButtonStyle) {
  return <Link className={buttonStyle({ variant, size, block, className })} {...rest} />;
}
