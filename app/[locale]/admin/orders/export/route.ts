import { answerExport } from "@/app/[locale]/admin/csv-export";
import { findCustomer } from "@/app/[locale]/admin/orders/find-customer";
import { type OrderQuery, orderListHref, readOrderQuery } from "@/app/[locale]/admin/orders/order-query";
import { exportOrders, orderCsvColumns, orderExportEntry } from "@/lib/admin/orders/export-orders";
import { requireStaff } from "@/lib/auth/access/access-rules";
import { csvResponse } from "@/lib/csv/csv";
import { seeOther } from "@/lib/http/safe-redirect";

/** The list has the button. */
export async function GET(request: Request): Promise<Response> {
  await requireStaff("/admin/orders");
  return seeOther(orderListHref(readQuery(request)));
}

/** Streamed as it is read. */
export async function POST(request: Request): Promise<Response> {
  const session = await requireStaff("/admin/orders");
  const query = readQuery(request);
  const page = orderListHref(query);
  const { filter } = await findCustomer(query, "/admin/orders");
  if (filter === null) return seeOther(page);
  return await answerExport(request, session, {
    page,
    records: "orders",
    entry: orderExportEntry(filter),
    file: () => csvResponse("orders", orderCsvColumns, exportOrders(filter)),
  });
}

function readQuery(request: Request): OrderQuery {
  const { fields } = readOrderQuery(Object.fromEntries(new URL(request.url).searchParams));
  return { fields };
}
