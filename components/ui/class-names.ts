import { type ClassValue, clsx } from "clsx";

/** tailwind-merge would add 8 kB to every login page. */
export function classNames(...values: ClassValue[]): string {
  return clsx(values);
}
