import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/sessions";

export default {
  lead: "كل متصفح يستطيع فتح حسابك الآن.",
  thisBrowser: "هذا المتصفح",
  times: "تسجيل الدخول في {at} {how}، وآخر ظهور في {seen}.",
  timesFromPlace: "تسجيل الدخول في {at} {how} من {place}، وآخر ظهور في {seen}.",
  how: {
    EMAIL_CODE: "برمز عبر البريد الإلكتروني",
    PHONE_CODE: "برمز عبر الهاتف",
    PASSKEY: "بمفتاح مرور",
    RECOVERY_CODE: "برمز استرداد",
  },
  end: "إنهاء الجلسة<hidden> على {device}، وآخر ظهور في {seen}</hidden>",
  endOthers: "إنهاء جميع الجلسات الأخرى",
  everywhere: "تسجيل الخروج من كل مكان",
  about:
    "«تسجيل الخروج من كل مكان» ينهي هذه الجلسة أيضًا: تسجّل الدخول من جديد برمز أو بمفتاح مرور. وتبقى مفاتيح المرور. إذا لم يكن أحدها لك، أو ضاع جهازه، فأزله أولًا.",
} satisfies Same<typeof en>;
