import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/ui";

export default {
  number: "<hidden>رقم </hidden>{value}",
  publicPrice: "<hidden>السعر للجميع: </hidden>{price}",
  memberPrice: "<hidden>سعر الأعضاء: </hidden>{price}",
} satisfies Same<typeof en>;
