import type { ComponentProps } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";

/** A plain button unless `type` says otherwise, so that it never submits a form by accident. */
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
