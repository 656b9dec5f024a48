import ipaddr from "ipaddr.js";

export type Source = {
  /** An IPv4 address, or the /64 of an IPv6 line. */
  source: string;
  /** The /24, or the /48 of an IPv6 site. */
  network: string;
  isKnown: boolean;
};

const unknown: Source = { source: "unknown", network: "unknown", isKnown: false };

/** What a visitor counts as: IPv6 users hold 2^64 addresses; ::ffff:203.0.113.7 counts as IPv4. */
export function sourceOf(ip: string | null): Source {
  const address = parseAddress(ip ?? "");
  if (address === null) return unknown;
  if (address.kind() === "ipv4") {
    return { source: address.toString(), network: networkOf(address, 24), isKnown: true };
  }
  return { source: networkOf(address, 64), network: networkOf(address, 48), isKnown: true };
}

/** Canonical form, or null. Accepts ports, brackets, quotes, zones and IPv4 in IPv6, as proxies write them. */
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
  // Four decimal parts: "127.1" and "0x7f.1" are hosts in C only.
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : null;
}

function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  const cidr = `${address.toNormalizedString()}/${bits}`;
  const network =
    address.kind() === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${network.toString()}/${bits}`;
}
