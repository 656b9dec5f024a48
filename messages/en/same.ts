/** The shape that a translation must have: every key of the English file, and none besides. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
