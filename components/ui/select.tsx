import type { ComponentProps } from "react";
import { controlStyle } from "./control-style";

/** The browser's own select: it works without JavaScript and knows every keyboard and screen reader. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={controlStyle({ className: ["cursor-pointer", className] })} {...rest} />;
}
