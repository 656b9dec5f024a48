// Preloaded into programs that we start but did not write: the parent's death closes the channel, and the program ends.
// The programs that those start in turn inherit the preload; it is not for them.
if (process.env.EXIT_WITH_PARENT === String(process.ppid)) {
  process.once("disconnect", () => process.exit(1));
  // The channel alone must not keep a program running that has finished.
  process.channel?.unref();
}
