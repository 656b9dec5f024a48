import type { Metadata } from "next";
import { acceptOrderAction } from "@/app/[locale]/admin/orders/[number]/actions";
import { OrderStep } from "@/app/[locale]/admin/orders/[number]/order-step";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminOrders"))("accept.link") };
}

export default function AcceptPage({ params }: { params: Promise<{ number: string }> }) {
  return <OrderStep params={params} change="accept" action={acceptOrderAction} />;
}
