import type en from "@/messages/en/global-error";
import type { Same } from "@/messages/en/same";

export default {
  heading: "المتجر مغلق للحظات.",
  lead: "حدث خلل من جهتنا ولم نتمكن حتى من رسم الصفحة. أعد تحميلها بعد دقيقة.",
  reload: "تحميل المتجر",
} satisfies Same<typeof en>;
