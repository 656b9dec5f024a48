// Preloaded: ends the program with its parent, but not the programs it starts in turn.
if (process.env.EXIT_WITH_PARENT === String(process.ppid)) {
  process.once("disconnect", () => process.exit(1));
  // Must not keep a finished program running.
  process.channel?.unref();
}
