import { writeFileSync } from "node:fs";

type Value = string | number | { [name: string]: Value };

/** MaxMind DB 2.0: IPv4, 24-bit records. `places`: networks such as "81.2.69.0/24". */
export function writeLocationDatabase(path: string, places: Record<string, Value>): void {
  const nodes: [number | null, number | null][] = [[null, null]];
  const data: Buffer[] = [];
  const leaves = new Map<string, number>();
  for (const [network, place] of Object.entries(places)) {
    const offset = data.reduce((sum, { length }) => sum + length, 0);
    data.push(encode(place));
    const [address = "", length = "32"] = network.split("/");
    const bits = address.split(".").map((part) => Number(part).toString(2).padStart(8, "0"));
    let node = 0;
    for (const [depth, bit] of [...bits.join("").slice(0, Number(length))].entries()) {
      const side = bit === "1" ? 1 : 0;
      if (depth === Number(length) - 1) leaves.set(`${node} ${side}`, offset);
      else {
        const next = nodes[node]?.[side] ?? nodes.push([null, null]) - 1;
        (nodes[node] as [number | null, number | null])[side] = next;
        node = next;
      }
    }
  }
  const tree = nodes.flatMap((sides, node) =>
    sides.map((next, side) => {
      const leaf = leaves.get(`${node} ${side}`);
      const value = leaf === undefined ? (next ?? nodes.length) : nodes.length + 16 + leaf;
      return Buffer.from([value >> 16, (value >> 8) & 255, value & 255]);
    }),
  );
  const metadata = encode({
    node_count: nodes.length,
    record_size: 24,
    ip_version: 4,
    database_type: "Test-City",
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1,
  });
  const marker = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from("MaxMind.com")]);
  writeFileSync(path, Buffer.concat([...tree, Buffer.alloc(16), ...data, marker, metadata]));
}

/** Type in the upper three bits, then the size; texts are under 29 bytes. */
function encode(value: Value): Buffer {
  if (typeof value === "string") return Buffer.concat([Buffer.from([(2 << 5) | value.length]), Buffer.from(value)]);
  if (typeof value === "number") return Buffer.from([(6 << 5) | 4, 0, 0, value >> 8, value & 255]);
  const entries = Object.entries(value);
  return Buffer.concat([Buffer.from([(7 << 5) | entries.length]), ...entries.flat().map(encode)]);
}
