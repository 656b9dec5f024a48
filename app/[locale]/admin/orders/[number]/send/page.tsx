import type { Metadata } from "next";
import { sendOrderAction } from "@/app/[locale]/admin/orders/[number]/actions";
import { OrderStep } from "@/app/[locale]/admin/orders/[number]/order-step";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminOrders"))("send.link") };
}

export default function SendPage({ params }: { params: Promise<{ number: string }> }) {
  return <OrderStep params={params} change="send" action={sendOrderAction} />;
}
