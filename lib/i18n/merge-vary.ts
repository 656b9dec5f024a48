export function mergeVary(kept: Header, added: Header): string {
  const fields = new Map<string, string>();
  for (const field of [...split(kept), ...split(added)]) {
    if (!fields.has(field.toLowerCase())) fields.set(field.toLowerCase(), field);
  }
  return fields.has("*") ? "*" : [...fields.values()].join(", ");
}

type Header = number | string | readonly string[] | undefined;

function split(header: Header): string[] {
  return String(header ?? "")
    .split(",")
    .map((field) => field.trim())
    .filter((field) => field !== "");
}
