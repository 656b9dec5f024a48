import type en from "@/messages/en/register";
import type { Same } from "@/messages/en/same";

export default {
  title: "إنشاء حساب",
  lead: "لا كلمة مرور تبتكرها. نؤكد بريدك الإلكتروني برمز، ثم تدخل.",
  alreadyMember: "عضو لدينا بالفعل؟ <link>سجّل الدخول</link>",
  form: { emailHint: "تصل رموزك إلى هنا.", create: "إنشاء الحساب", sending: "جارٍ الإرسال…" },
} satisfies Same<typeof en>;
