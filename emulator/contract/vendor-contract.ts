import { Ajv, type ValidateFunction } from "ajv";
import { type DescribedOperation, describedOperations, typedValues } from "./described-operations";
import { errorFaults } from "./error-schemas";
import { follow, isObject, readSpec, type Schema, type SpecFile } from "./patched-specs";

export type Exchange = {
  method: string;
  url: URL;
  requestType: string | undefined;
  requestBody: string;
  status: number;
  responseType: string | undefined;
  responseBody: string;
};

const formats = {
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uri: (text: string) => URL.canParse(text),
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  "iso-country-code": /^[A-Z]{2}$/,
  "date-time-rfc-2822": /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/,
  hostname: /^[\w.-]+$/,
  int32: true,
  int64: true,
  "uri-map": true,
} as const;

/** One vendor file, ready to judge what goes over the wire. */
export type VendorContract = {
  file: SpecFile;
  operations: DescribedOperation[];
  find(method: string, pathname: string): DescribedOperation | undefined;
  /** What of an exchange is not as described, one sentence each. */
  faults(operation: DescribedOperation, exchange: Exchange): string[];
};

export function openContract(file: SpecFile): VendorContract {
  const spec = readSpec(file);
  const operations = describedOperations(spec);
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, formats });
  ajv.addSchema(spec, file);
  const compiled = new Map<Schema, ValidateFunction>();

  function against(schema: Schema, value: unknown, where: string): string[] {
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    return validate(value) ? [] : [`${where}: ${ajv.errorsText(validate.errors)}`];
  }

  function parameterFaults(operation: DescribedOperation, url: URL): string[] {
    const inPath = operation.match(url.pathname) ?? {};
    const described = (place: string) => operation.parameters.filter((parameter) => parameter.in === place);
    const schemaOf = (name: string) => described("query").find((one) => one.name === name)?.schema;
    const inQuery = typedValues(url.searchParams, (name) => follow(spec, schemaOf(name)));
    return [
      ...described("path").flatMap(({ name, schema }) => against(schema, inPath[name], `path parameter ${name}`)),
      ...described("query").flatMap(({ name, schema, required }) => {
        if (inQuery[name] !== undefined) return against(schema, inQuery[name], `query parameter ${name}`);
        return required === true ? [`query parameter ${name} is missing`] : [];
      }),
      ...Object.keys(inQuery)
        .filter((name) => schemaOf(name) === undefined)
        .map((name) => `query parameter ${name} is not described`),
    ];
  }

  function requestFaults(operation: DescribedOperation, { requestType = "", requestBody }: Exchange): string[] {
    const content = operation.requestBody?.content;
    if (content === undefined) return requestBody === "" ? [] : ["a request body is not described"];
    const type = requestType.split(";")[0] ?? "";
    const schema = follow(spec, content[type]?.schema);
    if (schema === undefined) return [`a request body of type "${type}" is not described`];
    if (type === "application/json") return against(schema, JSON.parse(requestBody), "request");
    const { properties = {} } = schema;
    const values = typedValues(new URLSearchParams(requestBody), (name) => follow(spec, properties[name]));
    const unknown = Object.keys(values).filter((name) => properties[name] === undefined);
    return [
      ...against(schema, values, "request"),
      ...unknown.map((name) => `request: the field ${name} is not described`),
    ];
  }

  function responseFaults(operation: DescribedOperation, exchange: Exchange): string[] {
    const { status, responseType = "", responseBody, url } = exchange;
    const response = follow(spec, operation.responses[String(status)]);
    if (response === undefined && status < 400) return [`status ${status} is not described`];
    if (status < 400 && response?.content === undefined)
      return responseBody === "" ? [] : ["a response body is not described"];
    if (!responseType.startsWith("application/json")) return [`the response is "${responseType}", not JSON`];
    const body: unknown = JSON.parse(responseBody);
    const ownErrors = status < 400 ? [] : errorFaults(url.pathname, status, body);
    const described = response?.content?.["application/json"];
    if (described?.schema === undefined) return ownErrors;
    const examples = Object.values(described.examples ?? {}).map(({ value }) => value);
    const hasKeys = status >= 400 || examples.length === 0 || examples.some((example) => hasKeysOf(body, example));
    return [
      ...ownErrors,
      ...against(described.schema, body, "response"),
      ...(hasKeys ? [] : [`response: other keys than in every named example (${Object.keys(body as object)})`]),
    ];
  }

  return {
    file,
    operations,
    find: (method, pathname) =>
      operations.find((operation) => operation.method === method && operation.match(pathname) !== undefined),
    faults: (operation, exchange) => [
      ...parameterFaults(operation, exchange.url),
      // What a vendor refuses need not be as described; that it is refused is its own proof.
      ...(exchange.status < 400 ? requestFaults(operation, exchange) : []),
      ...responseFaults(operation, exchange),
    ],
  };
}

/** Maps whose keys are data: languages of a template. */
const freeMaps = new Set(["translations"]);

/** The same keys at every depth both fill: schemas require hardly any, so examples tell. */
function hasKeysOf(value: unknown, example: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(example)) {
    const [first] = example;
    return first === undefined || value.every((item) => hasKeysOf(item, first));
  }
  if (!isObject(value) || !isObject(example)) return true;
  const names = Object.keys(value).toSorted();
  if (names.join() !== Object.keys(example).toSorted().join()) return false;
  return names.every((name) => freeMaps.has(name) || hasKeysOf(value[name], example[name]));
}
