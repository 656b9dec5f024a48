type AskedFromProps = { device: string; at: Date; when: string; terms?: { device: string; at: string } };

/** Which device did something, and when: in the words of the mail, so that people can compare. */
export function AskedFrom({ device, at, when, terms = { device: "Asked from", at: "When" } }: AskedFromProps) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2 border-line border-y py-4">
      <dt className="text-ink-muted">{terms.device}</dt>
      <dd className="font-medium">{device}</dd>
      <dt className="text-ink-muted">{terms.at}</dt>
      <dd className="font-medium">
        <time dateTime={at.toISOString()}>{when}</time>
      </dd>
    </dl>
  );
}
