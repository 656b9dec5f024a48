/** A path of the shop with these parameters in its query, those that are null left out; its own query and hash stay. */
export function pathWith(path: string, parameters: Record<string, string | null>): string {
  const url = new URL(path, "http://origin.invalid");
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
