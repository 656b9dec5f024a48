import { Children, type ReactNode } from "react";
import { Card } from "@/components/ui/card";

export function CardSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid content-start gap-4">
      <h2 className="font-semibold text-heading">{title}</h2>
      <Card>{children}</Card>
    </section>
  );
}

export function RecordList({ empty, children }: { empty: string; children: ReactNode }) {
  if (Children.count(children) === 0) return <p className="text-ink-muted">{empty}</p>;
  return <ul className="divide-y divide-line">{children}</ul>;
}

export function RecordItem({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <li className="grid gap-1 py-3.5 first:pt-0 last:pb-0">
      <p className="font-medium">{title}</p>
      <p className="text-fine text-ink-muted [overflow-wrap:anywhere]">{children}</p>
    </li>
  );
}
