import type en from "@/messages/en/navigation";
import type { Same } from "@/messages/en/same";

export default {
  underWay: "جارٍ تحميل الصفحة.",
} satisfies Same<typeof en>;
