import type * as en from "@/messages/en/bag";
import type { Same } from "@/messages/en/same";

export const bag = {
  title: "حقيبتك",
  lead: "{count, plural, zero {لا قطع} one {قطعة واحدة} two {قطعتان} few {# قطع} many {# قطعة} other {# قطعة}}. لا نحجز شيئًا حتى تطلب.",
  each: "{price} للقطعة",
  quantity: "الكمية<hidden> من {name}</hidden>",
  update: "تحديث<hidden> {name}</hidden>",
  remove: "إزالة<hidden> {name}</hidden>",
  state: {
    SOLD_OUT: "نفد. نبقيه في حقيبتك، لكن لا يمكن طلبه الآن.",
    HIDDEN: "لم يعد معروضًا للبيع.",
    MEMBERS_ONLY: "أصبح محفوظًا للأعضاء. سجِّل الدخول لتطلبه.",
  },
  onlyLeft:
    "{left, plural, zero {لم يبقَ شيء.} one {بقيت قطعة واحدة فقط.} two {بقيت قطعتان فقط.} few {بقيت # قطع فقط.} many {بقيت # قطعة فقط.} other {بقيت # قطعة فقط.}}",
  fewer:
    "{left, plural, zero {لم يبقَ شيء من {quantity}.} one {بقيت قطعة واحدة فقط، فسيضم طلبك واحدة من {quantity}.} two {بقيت قطعتان فقط، فسيضم طلبك اثنتين من {quantity}.} few {بقيت # قطع فقط، فسيضم طلبك # من {quantity}.} many {بقيت # قطعة فقط، فسيضم طلبك # من {quantity}.} other {بقيت # قطعة فقط، فسيضم طلبك # من {quantity}.}}",
  priceChanged: "تغيّر السعر من {was} إلى {price} منذ اخترت هذا.",
  summary: {
    heading: "المجموع",
    withAccount: "أقل بمقدار {amount} مع حساب",
    asMember: "أقل بمقدار {amount} لأنك عضو",
    stays: "تبقى حقيبتك كما هي حين تسجِّل الدخول.",
    logIn: "سجِّل الدخول لإتمام الطلب",
    register: "إنشاء حساب",
    checkout: "إتمام الطلب",
    nothing: "لا يمكن طلب أي شيء من حقيبتك الآن.",
  },
  empty: {
    title: "حقيبتك فارغة.",
    lead: "أما الرف فلا. هو قصير، فلن يطول بك الاختيار.",
    toRange: "عرض المجموعة",
    toHome: "أسعارك",
  },
  toRange: "العودة إلى المجموعة",
  notices: {
    ADDED: "أُضيف إلى حقيبتك.",
    ADDED_LESS: "أضفنا ما أمكن. تتسع الحقيبة لعشرين قطعة من المنتج الواحد على الأكثر، ولما بقي منه فقط.",
    NOT_ADDED: "لم يُضف شيء. فقد نفد، أو لم يعد معروضًا للبيع، أو هو للأعضاء فقط، أو امتلأت حقيبتك.",
    NOTHING_CHOSEN: "لم يُضف شيء. اختر العدد الذي تريده، ثم اضغط الزر مرة أخرى.",
    CHANGED: "تغيّرت الكمية.",
    CHANGED_LESS: "لم يكن كل ذلك ممكنًا. تتسع الحقيبة لعشرين قطعة من المنتج الواحد على الأكثر، ولما بقي منه فقط.",
    REMOVED: "أُزيل من حقيبتك.",
    NOT_CHANGED: "لم يتغير شيء. لم يعد هذا المنتج في حقيبتك، أو لا يمكن شراؤه الآن.",
  },
} satisfies Same<typeof en.bag>;
