import { follow, isObject, type Operation, type Parameter, type Schema, type Spec } from "./patched-specs";

const methods = ["get", "post", "put", "patch", "delete"];

export type DescribedOperation = Operation & {
  method: string;
  path: string;
  parameters: Parameter[];
  /** The values of the path's parameters, or undefined if this is another path. */
  match(pathname: string): Record<string, string> | undefined;
};

function matcher(path: string): DescribedOperation["match"] {
  const source = path.replace(/[.]/g, "\\$&").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const pattern = new RegExp(`^${source}$`);
  return (pathname) => {
    const found = pattern.exec(pathname);
    if (found === null) return undefined;
    return Object.fromEntries(
      Object.entries(found.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
    );
  };
}

function parametersOf(spec: Spec, ...lists: unknown[]): Parameter[] {
  return lists.flatMap((list) => (Array.isArray(list) ? list : [])).map((one: Parameter) => follow(spec, one));
}

/** Every operation of a description; those with fewer parameters first, so that `/all` is not taken for an id. */
export function describedOperations(spec: Spec): DescribedOperation[] {
  const found = Object.entries(spec.paths).flatMap(([path, item]) =>
    methods.flatMap((method): DescribedOperation[] => {
      if (!isObject(item[method])) return [];
      const operation = item[method] as unknown as Operation;
      return [
        {
          ...operation,
          method: method.toUpperCase(),
          path,
          parameters: parametersOf(spec, item.parameters, operation.parameters),
          requestBody: follow(spec, operation.requestBody),
          match: matcher(path),
        },
      ];
    }),
  );
  const variables = ({ path }: DescribedOperation) => path.split("{").length;
  return found.toSorted((left, right) => variables(left) - variables(right));
}

function coerced(text: string, schema: Schema): unknown {
  if (schema.type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (schema.type === "integer" || schema.type === "number") return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (schema.type === "object" || schema.type === undefined) return parsed(text);
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Form fields and query parameters are texts: each becomes what its schema says, where it can, and stays a text where not. */
export function typedValues(fields: URLSearchParams, schemaOf: (name: string) => Schema | undefined) {
  const values: Record<string, unknown> = {};
  for (const name of new Set(fields.keys())) {
    const schema = schemaOf(name);
    const texts = fields.getAll(name);
    if (schema?.type === "array") values[name] = texts;
    else values[name] = coerced(texts.at(-1) ?? "", schema ?? { type: "string" });
  }
  return values;
}
