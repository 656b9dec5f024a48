"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { fill } from "@/lib/i18n/fill";
import type { Words } from "@/lib/i18n/translator";

type DeviceTimeZoneProps = { selectId: string; words: Words<"language">["device"] };

/** Fills the select in with the zone that the device goes by. Saving is left to the person. */
export function DeviceTimeZone({ selectId, words }: DeviceTimeZoneProps) {
  const [said, setSaid] = useState("");

  function fillIn(): void {
    const select = document.getElementById(selectId) as HTMLSelectElement;
    const found = optionOfDevice(select);
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

/** Browsers call some zones by names of before ("Asia/Calcutta"), and those are other words for an option. */
function optionOfDevice(select: HTMLSelectElement): HTMLOptionElement | undefined {
  const own = canonical(undefined);
  const options = [...select.options];
  if (own === "UTC" || own === "Etc/UTC") return options[0];
  return (
    options.find(({ value }) => value === own) ??
    options.find(({ value }) => value !== "" && own !== null && canonical(value) === own)
  );
}

/** The name that this browser has for a zone, or for its own; null for one that it does not know. */
function canonical(timeZone: string | undefined): string | null {
  try {
    return new Intl.DateTimeFormat("en", timeZone === undefined ? {} : { timeZone }).resolvedOptions().timeZone ?? null;
  } catch {
    return null;
  }
}
