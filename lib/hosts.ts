import ipaddr from "ipaddr.js";

export function isLoopback(url: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}

/** A private address (RFC 1918, RFC 4193), or a name that public DNS does not have. */
export function isOwnNetwork(host: string): boolean {
  return (
    /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$|^\[(?:::1\]|f[cd])/.test(host) ||
    /^[a-z0-9_-]+$|\.(?:internal|local|localhost)$/i.test(host)
  );
}

export function isVendorUrl(text: string, domain: string): boolean {
  const url = new URL(text);
  return url.protocol === "https:" && (url.hostname === domain || url.hostname.endsWith(`.${domain}`));
}

/** Whether the internet routes to it: not loopback, private, link-local, shared, reserved or a way into IPv4. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/** Whether the host is an address, not a name, and where it leads is not public. */
export function isInwardAddress(host: string): boolean {
  const address = withoutBrackets(host);
  return ipaddr.isValid(address) && !isPublicAddress(address);
}

export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1");
}
