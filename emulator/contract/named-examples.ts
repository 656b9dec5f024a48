import { isObject } from "@/emulator/contract/patched-specs";

/** Maps whose keys are data: languages of a template. */
const freeMaps = new Set(["translations"]);

/**
 * True if both have the same keys, at every depth that both of them fill: the vendors' schemas require hardly any
 * property, so only their named examples tell which keys an answer always has.
 */
export function hasKeysOf(value: unknown, example: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(example)) {
    const [first] = example;
    return first === undefined || value.every((item) => hasKeysOf(item, first));
  }
  if (!isObject(value) || !isObject(example)) return true;
  const names = Object.keys(value).toSorted();
  if (names.join() !== Object.keys(example).toSorted().join()) return false;
  return names.every((name) => freeMaps.has(name) || hasKeysOf(value[name], example[name]));
}
