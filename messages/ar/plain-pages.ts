import type en from "@/messages/en/plain-pages";
import type { Same } from "@/messages/same";

export default {
  toWindow: "الانتقال إلى واجهة المتجر",
  busy: {
    title: "لحظة من فضلك",
    minutes:
      "كانت المحاولات كثيرة جدًا، لذلك أُغلق هذا لبعض الوقت. حاول مرة أخرى بعد {minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، بعد الساعة {time}.",
    hours:
      "كانت المحاولات كثيرة جدًا، لذلك أُغلق هذا لبعض الوقت. حاول مرة أخرى بعد {hours, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}، بعد الساعة {time}.",
    toLogin: "العودة إلى تسجيل الدخول",
    toRegistration: "العودة إلى إنشاء الحساب",
    toCode: "العودة إلى رمزك",
    toSessions: "العودة إلى جلساتك",
    toPasskeys: "العودة إلى مفاتيح المرور",
    toRecoveryCodes: "العودة إلى رموز الاسترداد",
    toUsername: "العودة إلى اسم المستخدم",
    toEmail: "العودة إلى عنوان بريدك الإلكتروني",
    toPhone: "العودة إلى رقم هاتفك",
    toLanguage: "العودة إلى لغتك ومنطقتك الزمنية",
    toData: "العودة إلى بياناتك",
    toDeletion: "العودة إلى حذف حسابك",
  },
  unavailableTitle: "نعود بعد لحظات",
  wrongMethod: {
    title: "ليس بهذه الطريقة",
    sentence: "لا يجيب المتجر عن طلبات من هذا النوع. لم يتغير شيء.",
  },
  wrongAddress: {
    title: "لا شيء على هذا العنوان",
    sentence: "في هذا العنوان محارف لا توجد في أي صفحة من صفحات المتجر. تحقَّق منه، أو ابدأ من جديد.",
  },
  nothingHere: "لا شيء على هذا العنوان.",
  tooLarge: "هذا أكثر مما يقبله المتجر. لم يُنفَّذ أي شيء.",
} satisfies Same<typeof en>;
