import { type ClassValue, clsx } from "clsx";

/** Joins class names. Plain clsx: tailwind-merge would add its 8 kB to every login page. */
export function classNames(...values: ClassValue[]): string {
  return clsx(values);
}
