import type en from "@/messages/en/acts";
import type { Same } from "@/messages/en/same";

export default {
  "end-sessions": "تسجيل الخروج من المتصفحات الأخرى، أو من كل مكان",
  "add-passkey": "إضافة مفتاح مرور",
  "remove-passkey": "إزالة مفتاح مرور",
  "make-recovery-codes": "إنشاء رموز استرداد",
  "change-email": "تغيير عنوان بريدك الإلكتروني",
  "change-phone": "تغيير رقم هاتفك أو تأكيده",
  "export-data": "تنزيل بياناتك",
  "delete-account": "حذف حسابك",
  "switch-codes-on": "العودة إلى تسجيل الدخول بالرموز",
  "new-address": "جعل هذا العنوان عنوان البريد الإلكتروني لحساب",
} satisfies Same<typeof en>;
