import { getTranslations } from "@/lib/i18n/page-translations";

type AskedFromProps = { device: string; at: Date; when: string; terms?: { device: string; at: string } };

/** In UTC: the reader's zone would tell whose account it is. */
export async function AskedFrom({ device, at, when, terms }: AskedFromProps) {
  const t = await getTranslations("otp");
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2 border-line border-y py-4">
      <dt className="text-ink-muted">{terms?.device ?? t("askedFrom.device")}</dt>
      <dd className="font-medium">{device}</dd>
      <dt className="text-ink-muted">{terms?.at ?? t("askedFrom.at")}</dt>
      <dd className="font-medium">
        <time dateTime={at.toISOString()}>{when}</time>
      </dd>
    </dl>
  );
}
