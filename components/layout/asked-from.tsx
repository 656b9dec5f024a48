import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";

type AskedFromProps = { device: string; at: Date; when: string; terms?: { device: string; at: string } };

/** Which device did something, and when: in the words of the mail, so that people can compare. */
export function AskedFrom({ device, at, when, terms = { device: "Asked from", at: "When" } }: AskedFromProps) {
  return (
    <DescriptionList>
      <DescriptionItem term={terms.device}>{device}</DescriptionItem>
      <DescriptionItem term={terms.at}>
        <time dateTime={at.toISOString()}>{when}</time>
      </DescriptionItem>
    </DescriptionList>
  );
}
