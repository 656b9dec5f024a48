export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: set by Next itself, and replaced when the app is built.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { signCachedPages } = await import("@/lib/content-security/page-cache.mjs");
    signCachedPages();
    const node = await import("./instrumentation-node");
    node.refuseUnsafeEnvironment();
    await node.watchWithTelemetry();
    node.refuseUnreadableRequests();
    node.drainOnStop();
    node.keepVary();
    node.warnOfIgnoredAddresses();
    node.keepSendingMails();
    node.keepSendingEvents();
    node.keepSettlingPayments();
    node.keepProductPagesCurrent();
    node.keepNotingSecrets();
    node.reportSetUp();
  }
}
