import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

type Value = { stringValue?: string; intValue?: number | string; doubleValue?: number; boolValue?: boolean };
type Attribute = { key: string; value: Value };
type Point = { attributes?: Attribute[]; asInt?: number | string; asDouble?: number; count?: number | string };
export type OtlpSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes?: Attribute[];
  links?: { traceId: string }[];
};
type OtlpMetric = { name: string } & Partial<Record<"sum" | "gauge" | "histogram", { dataPoints: Point[] }>>;
type Traces = { resourceSpans?: { scopeSpans: { spans: OtlpSpan[] }[] }[] };
type Metrics = { resourceMetrics?: { scopeMetrics: { metrics: OtlpMetric[] }[] }[] };

export type OtlpReceiver = Awaited<ReturnType<typeof startOtlpReceiver>>;

/** A collector on loopback: keeps what arrives as OTLP over HTTP, in JSON (opentelemetry.io/docs/specs/otlp). */
export async function startOtlpReceiver() {
  const posts: { path: string; text: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const isZipped = request.headers["content-encoding"] === "gzip";
    posts.push({ path: request.url ?? "", text: (isZipped ? gunzipSync(body) : body).toString("utf8") });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bodies = <Body>(path: string) =>
    posts.filter((post) => post.path === path).map(({ text }) => JSON.parse(text) as Body);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** All that arrived, as it arrived. */
    posts: () => posts,
    spans: (): OtlpSpan[] =>
      bodies<Traces>("/v1/traces").flatMap(({ resourceSpans = [] }) =>
        resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    /** As last exported. Counts add up from the start of the process. */
    points(name: string): (Record<string, string> & { value: number })[] {
      const exported = bodies<Metrics>("/v1/metrics").flatMap(({ resourceMetrics = [] }) =>
        resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics)),
      );
      const last = exported.filter((metric) => metric.name === name).at(-1);
      const points = (last?.sum ?? last?.gauge ?? last?.histogram)?.dataPoints ?? [];
      return points.map((point) => ({
        ...attributesOf(point),
        value: Number(point.asInt ?? point.asDouble ?? point.count),
      })) as (Record<string, string> & { value: number })[];
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function attributesOf({ attributes = [] }: { attributes?: Attribute[] }): Record<string, string> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, String(Object.values(value)[0])]));
}
