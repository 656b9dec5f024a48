import type en from "@/messages/en/product";
import type { Same } from "@/messages/en/same";

export default {
  membersOnly: "للأعضاء فقط",
  memberSaving: "سعرك كعضو، أقل من سعر القائمة بمقدار {amount}.",
  membersPayLess: "يدفع الأعضاء أقل لهذه القطعة، ولكل ما عداها.",
  logInForPrice: "سجِّل الدخول لترى سعرك",
  register: "إنشاء حساب",
  logIn: "تسجيل الدخول",
  locked: {
    heading: "هذه القطعة محفوظة للأعضاء.",
    lead: "سعرها وقصتها خلف المنضدة. العضوية مجانية: عنوان بريد إلكتروني، ورقم هاتف، ورمز نرسله إليك. بلا كلمة مرور.",
  },
  toRange: "العودة إلى المجموعة",
} satisfies Same<typeof en>;
