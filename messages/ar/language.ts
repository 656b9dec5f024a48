import type en from "@/messages/en/language";
import type { Same } from "@/messages/en/same";

export default {
  title: "اللغة والمنطقة الزمنية",
  lead: "تصلك صفحاتك ورسائلك بهذه اللغة، وأوقاتها بهذا التوقيت.",
  term: "اللغة",
  change: "تغيير لغتك ومنطقتك الزمنية",
  languages: "اللغة",
  timeZone: "المنطقة الزمنية",
  timeZoneHint: "الأماكن مرتّبة حسب أنحاء العالم، وبجانب كل منها فرقه اليوم عن التوقيت العالمي UTC.",
  zoneUnsaid: "غير محدَّدة: UTC",
  save: "حفظ",
  saving: "جارٍ الحفظ…",
  back: "العودة إلى حسابك",
  notices: {
    LANGUAGE_SAVED: "تم الحفظ. من الآن فصاعدًا سترى المتجر هكذا أينما سجّلت الدخول.",
    LANGUAGE_UNKNOWN: "لم يتغيّر شيء: ليست لدينا هذه اللغة أو هذه المنطقة الزمنية. اختر مما هو معروض هنا.",
  },
  device: {
    use: "استخدام المنطقة الزمنية لهذا الجهاز",
    filledIn: "وضعنا لك \u2066{zone}\u2069. احفظها لتبقى.",
    unknown: "جهازك لا يذكر مكانه. اختر منطقة زمنية من القائمة.",
  },
  regions: {
    Africa: "أفريقيا",
    America: "أمريكا",
    Antarctica: "القارة القطبية الجنوبية",
    Arctic: "المحيط المتجمد الشمالي",
    Asia: "آسيا",
    Atlantic: "المحيط الأطلسي",
    Australia: "أستراليا",
    Europe: "أوروبا",
    Indian: "المحيط الهندي",
    Pacific: "المحيط الهادئ",
  },
} satisfies Same<typeof en>;
