/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  // The edge has no process to stop, and Node, which starts first, has stopped by then.
  // biome-ignore lint/style/noProcessEnv: set by Next itself, and replaced when the app is built.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const node = await import("./instrumentation-node");
    node.refuseUnsafeEnvironment();
    node.refuseUnreadableRequests();
    node.keepVary();
    node.warnOfIgnoredAddresses();
    node.keepSendingMails();
  }
}
