import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/shell";

export default {
  titleTemplate: "%s · myshop",
  title: "myshop: مجموعة صغيرة من أشياء متقنة الصنع",
  description: "ستة عشر شيئًا للمطبخ والمكتب والبيت، اختيرت على مهل. الأعضاء يدفعون أقل. ولا أحد يحتاج إلى كلمة مرور.",
  skip: "تخطَّ إلى المحتوى",
  mainNav: "القائمة الرئيسية",
  footerNav: "أسفل الصفحة",
  languageNav: "اللغة",
  range: "المجموعة",
  members: "الأعضاء",
  account: "حسابي",
  claim: "مجموعة صغيرة من أشياء متقنة الصنع.",
  neverAPassword: "لا نطلب كلمة مرور أبدًا. إن طلبتها صفحة أو رسالة فهي ليست منّا.",
  notFound: {
    title: "لا شيء على هذا العنوان",
    heading: "لا أحد يسكن في هذا الرقم.",
    lead: "انتقلت الصفحة، أو لم تكن هنا قط، أو ليست لهذا الحساب. تحقَّق من العنوان، أو ابدأ من جديد من المجموعة.",
    toRange: "عرض المجموعة",
  },
} satisfies Same<typeof en>;
