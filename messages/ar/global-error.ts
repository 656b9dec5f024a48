import type * as en from "@/messages/en/global-error";
import type { Same } from "@/messages/en/same";

export const globalError = {
  heading: "المتجر مغلق للحظات.",
  lead: "حدث خلل من جهتنا ولم نتمكن حتى من رسم الصفحة. أعد تحميلها بعد دقيقة.",
  reload: "تحميل المتجر",
} satisfies Same<typeof en.globalError>;
