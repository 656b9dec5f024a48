import type en from "@/messages/en/passkeys";
import type { Same } from "@/messages/same";

export default {
  title: "مفاتيح المرور",
  lead: "سجّل الدخول ببصمة إصبعك أو بوجهك أو برمز PIN لجهازك بدلًا من رمز. لا يستطيع أي متجر مزيّف استخدام مفتاح مرور.",
  none: "ليس لديك مفتاح مرور بعد.",
  add: "إضافة مفتاح مرور",
  needsScript: "ينشئ متصفحك مفتاح المرور عبر JavaScript. فعّله لهذه الصفحة، ثم أعد تحميلها.",
  onlyAddingNeedsScript: "إنشاء مفتاح مرور يحتاج إلى JavaScript؛ وكل ما عدا ذلك هنا يعمل من دونه.",
  noneWorks: {
    title: "ليس لديك مفتاح مرور صالح",
    advice:
      "يؤكد العاملون في المتجر إضافة مفتاح مرور بمفتاح آخر لديهم، كي لا يضيفه أحد من صندوق بريدك. اطلب من مدير آخر إعادة ضبط مفاتيح مرورك. وإن لم يوجد مدير آخر، فشغّل <command>npm run create-admin</command> على الخادم.",
  },
  form: {
    name: "اسم مفتاح المرور",
    hint: "كي تعرفه في هذه القائمة.",
    add: "إضافة مفتاح مرور",
    adding: "في انتظار جهازك…",
  },
  item: {
    unnamed: "مفتاح مرور",
    synced: "متزامن",
    oneDevice: "على جهاز واحد",
    added: "أُضيف في {at}.",
    addedFrom: "أُضيف في {at} من {device}.",
    used: "آخر استخدام في {used}.",
    neverUsed: "لم يُستخدم بعد.",
    copied: "يبدو أن لمفتاح المرور هذا نسخة، لذلك لم يعد يعمل. أزله، وأضف مفتاحًا جديدًا على جهاز تثق به.",
    rename: "تغيير الاسم<hidden> {name}</hidden>",
    newName: "الاسم الجديد",
    save: "حفظ",
    saving: "جارٍ الحفظ…",
    remove: "إزالة<hidden> {name}</hidden>",
  },
  codesOffer: {
    title: "إذا فقدت هذا الجهاز",
    what: "ما زال رمز من البريد يتيح لك الدخول. وتتيحه رموز الاسترداد على الورق إذا فقدت صندوق بريدك أيضًا.",
    make: "إنشاء رموز استرداد",
  },
} satisfies Same<typeof en>;
