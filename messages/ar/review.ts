import type en from "@/messages/en/review";
import type { Same } from "@/messages/en/same";

export default {
  title: "ما الذي يفتح حسابك",
  lead: "إذا استخدم شخص آخر حسابك، فقد يكون بعض ما هنا له. احتفظ بما تعرفه، وأزل ما سواه.",
  nothing: "لا يفتح حسابك سوى هذا المتصفح وعنوان بريدك الإلكتروني.",
  sessions: "الجلسات الأخرى",
  endSessions: "إنهاء الجلسات",
  removePasskeys: "إزالة مفتاح مرور",
  replaceCodes: "استبدال رموز الاسترداد",
  phone: "رقم الهاتف",
  phoneVerified: "تأكّد في {at}.",
  changePhone: "تغيير الرقم",
  about: "تُزال كل فئة في خطوة مستقلة، ونطلب منك فيها تأكيد هويتك.",
  keepAll: "الاحتفاظ بالكل",
  done: "الانتقال إلى حسابك",
} satisfies Same<typeof en>;
