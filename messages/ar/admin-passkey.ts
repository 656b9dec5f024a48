import type en from "@/messages/en/admin-passkey";
import type { Same } from "@/messages/en/same";

export default {
  title: "أكّد بمفتاح المرور",
  CONFIRM_PASSKEY: {
    title: "أكّد بمفتاح المرور",
    why: "تعرض لوحة التحكم بيانات أشخاص آخرين. لا يفتحها رمز من صندوق بريدك، بل مفتاح المرور.",
    button: "التأكيد بمفتاح المرور",
    noScript: "يحتاج متصفحك إلى JavaScript لاستخدام مفتاح المرور. فعّله لهذه الصفحة، ثم أعد تحميلها.",
    notAtHand: "ليس مفتاح المرور في متناولك؟ سجّل الدخول من جهاز فيه مفتاح، أو اطلب من مدير إعادة ضبط مفاتيحك.",
  },
  ADD_PASSKEY: {
    title: "أضف مفتاح مرور لفتح لوحة التحكم",
    why: "تعرض لوحة التحكم بيانات أشخاص آخرين، لذلك يفتحها كل من يعمل هنا بمفتاح مرور. أضف مفتاحًا إلى حسابك، ثم عُد إلى هنا.",
    button: "إضافة مفتاح مرور",
  },
  PASSKEYS_LOST: {
    title: "لا يعمل أي من مفاتيح مرورك",
    advice:
      "لا تُفتح لوحة التحكم إلا بمفتاح مرور. اطلب من مدير آخر إعادة ضبط مفاتيحك، ثم أضف مفتاحًا جديدًا. وإن لم يوجد مدير غيرك، فشغّل <command>npm run create-admin</command> مع <command>--reset-passkeys</command> على الخادم.",
  },
} satisfies Same<typeof en>;
