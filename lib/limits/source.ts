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
  if (ip === null || !isAddress(ip)) return unknown;
  const address = ipaddr.process(ip);
  if (address.kind() === "ipv4") {
    return { source: address.toString(), network: networkOf(address, 24), isKnown: true };
  }
  return { source: networkOf(address, 64), network: networkOf(address, 48), isKnown: true };
}

/** Four decimal parts for IPv4: "127.1" and "0x7f.1" name the same host in C and are nothing that a proxy writes; nor is a zone ("fe80::1%eth0"). */
function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (ipaddr.IPv6.isValid(text) && !text.includes("%"));
}

function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  const cidr = `${address.toNormalizedString()}/${bits}`;
  const network =
    address.kind() === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${network.toString()}/${bits}`;
}
