// Preloaded into servers that we start but did not write: the parent's death closes the channel, and the server ends.
process.once("disconnect", () => process.exit(1));
