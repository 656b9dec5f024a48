import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** A part of a dashboard page: its heading, and a card with what it shows. */
export function CardSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid content-start gap-4">
      <h2 className="font-semibold text-heading">{title}</h2>
      <Card>{children}</Card>
    </section>
  );
}
