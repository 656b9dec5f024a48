import ipaddr from "ipaddr.js";

export type Source = {
  /** One customer's line: an IPv4 address, or the /64 that a provider gives to one line of IPv6. */
  source: string;
  /** Its neighbourhood: the /24, or the /48 that a provider gives to one site. */
  network: string;
  /** False where no trusted proxy told an address. */
  isKnown: boolean;
};

const unknown: Source = { source: "unknown", network: "unknown", isKnown: false };

/**
 * What a visitor is counted by. Anybody with IPv6 holds 2^64 addresses or more, so a single one means nothing there.
 * An IPv4 address inside IPv6 (::ffff:203.0.113.7) is the IPv4 address: two ways to write it are not two visitors.
 */
export function sourceOf(ip: string | null): Source {
  const address = parseAddress(ip ?? "");
  if (address === null) return unknown;
  if (address.kind() === "ipv4") {
    return { source: address.toString(), network: networkOf(address, 24), isKnown: true };
  }
  return { source: networkOf(address, 64), network: networkOf(address, 48), isKnown: true };
}

/**
 * The one form of an address that a proxy wrote, or null for what is none. Takes what proxies write: a port
 * (203.0.113.8:17085), brackets ([2001:db8::1]:443), quotes, a zone (fe80::1%eth0), and IPv4 inside IPv6.
 */
export function readAddress(text: string): string | null {
  return parseAddress(text)?.toString() ?? null;
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = text
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .replace(/^\[(.*)\](?::\d{1,5})?$/, "$1")
    .replace(/^([\d.]+):\d{1,5}$/, "$1")
    .replace(/%[\w.~-]+$/, "");
  // Four decimal parts for IPv4: "127.1" and "0x7f.1" name the same host in C, and no proxy writes them.
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : null;
}

function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  const cidr = `${address.toNormalizedString()}/${bits}`;
  const network =
    address.kind() === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${network.toString()}/${bits}`;
}
