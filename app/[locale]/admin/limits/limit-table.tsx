import { staffTime } from "@/app/[locale]/admin/user-words";
import { hidden } from "@/components/ui/rich-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, wrappingCell } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { LimitInForce } from "@/lib/admin/limits";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import type { Translations } from "@/lib/i18n/translator";

type LimitTableProps = { label: string; limits: LimitInForce[]; canRelease: boolean };

export async function LimitTable({ label, limits, canRelease }: LimitTableProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminLimits")]);
  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("columns.who")}</TableHeader>
          <TableHeader>{t("columns.limit")}</TableHeader>
          <TableHeader>{t("columns.reason")}</TableHeader>
          <TableHeader>{t("columns.since")}</TableHeader>
          <TableHeader>{t("columns.until")}</TableHeader>
          {canRelease ? <TableHeader>{t("columns.change")}</TableHeader> : null}
        </TableRow>
      </TableHead>
      <TableBody>
        {limits.map((limit) => {
          const { policy, subject, since, until } = limit;
          const who = nameLimited(limit, t);
          return (
            <TableRow key={`${policy} ${subject}`}>
              <TableHeader scope="row" className={`${wrappingCell} min-w-44`}>
                {who !== null && limit.source === null ? <bdi dir="ltr">{who}</bdi> : (who ?? t("everybody"))}
              </TableHeader>
              <TableCell>
                <code dir="ltr">{policy}</code>
              </TableCell>
              <TableCell className={`${wrappingCell} min-w-56`}>{t(`reasons.${policy}`)}</TableCell>
              <TableCell>{staffTime(since, locale)}</TableCell>
              <TableCell>{staffTime(until, locale)}</TableCell>
              {canRelease ? (
                <TableCell>
                  <TextLink href={`/admin/limits/release?${new URLSearchParams({ policy, subject })}`} prefetch={false}>
                    {who === null ? t.rich("releaseEverybody", { ...hidden }) : t.rich("release", { ...hidden, who })}
                  </TextLink>
                </TableCell>
              ) : null}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

/** Null: everyone. */
export function nameLimited(
  { who, source }: Pick<LimitInForce, "who" | "source">,
  t: Translations<"adminLimits">,
): string | null {
  return who === null || source === null ? who : t("whoFrom", { who, source });
}
