"use client";

import { useEffect, useState } from "react";

/** Absent without JavaScript. */
export function SelectAll({ name, label }: { name: string; label: string }) {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);
  if (!isReady) return null;
  return (
    <label className="flex min-h-touch cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        className="size-5 accent-accent"
        onChange={({ currentTarget }) => {
          for (const box of currentTarget.form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [])
            box.checked = currentTarget.checked;
        }}
      />
      {label}
    </label>
  );
}
