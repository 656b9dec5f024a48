import type en from "@/messages/en/code-mail";
import type { Same } from "@/messages/en/same";

export default {
  isYourCode: "هو رمزك في {shop}",
  isYourOneTimeCode: "هو رمزك لمرة واحدة في {domain}.",
  heading: "هذا رمزك لمرة واحدة.",
  confirms: "يؤكد الرمز: {act}.",
  life: "يصلح {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} ولمرة واحدة فقط.",
  where: "اكتبه في {domain} وليس في أي مكان آخر.",
  never: "لن يطلبه {shop} منك أبدًا بالهاتف أو المحادثة أو البريد.",
  fillIn: "تعبئة الرمز عني",
  fillInHow: "يعمل في المتصفح الذي طلب الرمز. إنه يعبّئ الرمز فقط، وأنت من يضغط «تحقُّق».",
  fillInByLink: "عبّئه بهذا الرابط في المتصفح الذي طلبه (وأنت من يضغط «تحقُّق»):",
  askedFrom: "طُلب من",
  when: "الوقت",
  ifNot: "لست أنت؟ إذًا لا حاجة إلى أي إجراء: لا أحد يدخل دون هذا الرمز. لا تعطه لأحد.",
  end: "لإنهاء الطلب فورًا:",
  endByLink: "لإنهاء الطلب فورًا، افتح «لم أكن أنا»:",
  why: "أُرسلت هذه الرسالة لأن شخصًا ما أدخل هذا العنوان في {domain}.",
} satisfies Same<typeof en>;
