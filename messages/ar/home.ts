import type en from "@/messages/en/home";
import type { Same } from "@/messages/en/same";

export default {
  title: "غرفة الأعضاء",
  door: {
    heading: "سجِّل الدخول للمتابعة.",
    logIn: "تسجيل الدخول",
  },
  kept: {
    heading: "من خلف المنضدة",
    lead: "صُنعت بأعداد أصغر من أن تملأ الواجهة. تراها أنت، ولا يراها غيرك من الزوار.",
    emptyTitle: "لا شيء محفوظ في الوقت الحالي.",
    empty: "ستُعرض الدفعة الصغيرة القادمة هنا أولًا.",
  },
  prices: "ما تدفعه أنت",
} satisfies Same<typeof en>;
