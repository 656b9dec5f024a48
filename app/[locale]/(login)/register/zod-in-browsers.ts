import { config } from "zod";

// Zod tries `new Function` to see whether it may compile schemas. Our policy forbids that, and Firefox reports the try.
// Imported before any schema is made.
config({ jitless: true });
