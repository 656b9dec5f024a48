import { inject } from "vitest";

// Workers are numbered from 1 (Vitest, "VITEST_POOL_ID"), and a number is one file's at a time.
const slot = inject("slots")[Number(process.env.VITEST_POOL_ID) - 1];
if (slot === undefined) throw new Error(`There is no slot for the worker ${process.env.VITEST_POOL_ID}.`);
Object.assign(process.env, slot);
