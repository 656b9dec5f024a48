// Runs in a Web Worker: the page stays free while it counts. Bundled as a file of our own origin, never as a blob.
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { handler } from "altcha-lib/workers/shared";

handler({ deriveKey });
