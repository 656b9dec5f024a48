import type { ComponentProps } from "react";
import { type ControlStyle, controlStyle } from "./control-style";

/** A text input. `look="code"` is the large one for one-time codes. */
export function Input({ look, className, ...rest }: ComponentProps<"input"> & ControlStyle) {
  return <input className={controlStyle({ look, className })} {...rest} />;
}
