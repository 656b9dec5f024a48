import type en from "@/messages/en/account";
import type { Same } from "@/messages/en/same";

export default {
  title: "حسابك",
  hello: "مرحبًا <bdi>{username}</bdi>",
  lead: "بياناتك كما نحفظها.",
  goOn: "المتابعة من حيث كنت",
  recovery: {
    title: "يقول شخص ما إنك فقدت هذا الحساب",
    what: "ويطلب من المتجر عنوان بريد إلكتروني آخر له. <stop>إيقاف ذلك</stop>",
  },
  memberSince: "عضو منذ",
  changeUsername: "تغيير اسم المستخدم",
  changeEmail: "تغيير عنوان بريدك الإلكتروني",
  changePhone: "تغيير رقم هاتفك",
  change: "تغيير",
  verified: "مؤكَّد",
  notVerified: "غير مؤكَّد",
  links: {
    account: "العودة إلى حسابك",
    review: "ما الذي يفتح حسابك",
    sessions: "أين سجّلت الدخول",
    passkeys: "مفاتيح المرور",
    recoveryCodes: "رموز الاسترداد",
    data: "بياناتك",
    dashboard: "فتح لوحة التحكم",
  },
} satisfies Same<typeof en>;
