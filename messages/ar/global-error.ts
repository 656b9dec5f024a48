import type * as en from "@/messages/en/global-error";
import type { Same } from "@/messages/en/same";

export const globalError = {
  heading: "المتجر متوقف للحظات.",
  lead: "حدث خطأ من جهتنا وتعذّر عرض الصفحة. أعد تحميلها بعد دقيقة.",
  reload: "الانتقال إلى المتجر",
} satisfies Same<typeof en.globalError>;
