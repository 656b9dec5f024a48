import { inject } from "vitest";

// VITEST_POOL_ID counts from 1.
const slot = inject("slots")[Number(process.env.VITEST_POOL_ID) - 1];
if (slot === undefined) throw new Error(`There is no slot for the worker ${process.env.VITEST_POOL_ID}.`);
Object.assign(process.env, slot);
