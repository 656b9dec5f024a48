import { config } from "zod";

// Zod's test of `new Function` violates our policy, and Firefox reports it. Import first.
config({ jitless: true });
