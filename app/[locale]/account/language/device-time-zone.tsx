"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { fill } from "@/lib/i18n/fill";
import type { Words } from "@/lib/i18n/translator";

type DeviceTimeZoneProps = {
  selectId: string;
  /** Old names, each with its option's value. */
  otherNames: Readonly<Record<string, string>>;
  words: Words<"language">["device"];
};

/** Selects the device's zone; the person saves it. */
export function DeviceTimeZone({ selectId, otherNames, words }: DeviceTimeZoneProps) {
  const [said, setSaid] = useState("");

  function fillIn(): void {
    const select = document.getElementById(selectId) as HTMLSelectElement;
    const found = optionOfDevice(select, otherNames);
    if (found) select.value = found.value;
    setSaid(found ? fill(words.filledIn, { zone: found.text }) : words.unknown);
  }

  return (
    <div className="grid justify-items-start gap-2 noscript:hidden">
      <Button variant="secondary" onClick={fillIn}>
        {words.use}
      </Button>
      <p role="status" className="text-fine text-ink-muted empty:hidden">
        {said}
      </p>
    </div>
  );
}

/** Devices may report old names, such as "Asia/Calcutta". */
function optionOfDevice(
  select: HTMLSelectElement,
  otherNames: DeviceTimeZoneProps["otherNames"],
): HTMLOptionElement | undefined {
  const reported = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = otherNames[reported] ?? reported;
  const value = zone === "UTC" || zone === "Etc/UTC" ? "" : zone;
  return [...select.options].find((option) => option.value === value);
}
