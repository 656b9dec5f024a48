import type * as en from "@/messages/en/refusals";
import type { Same } from "@/messages/en/same";

export const refusals = {
  nothingSent: "لم يُرسَل أي شيء",
  tooLarge: "هذا أكثر مما يقبله النموذج، لذلك لم يُرسَل أي شيء. اختصر ما كتبته وحاول مرة أخرى.",
  broken: "لم يصل هذا النموذج كما ترسله صفحاتنا، لذلك لم يُنفَّذ أي شيء. أعد تحميل الصفحة وحاول مرة أخرى.",
  toLogin: "الانتقال إلى تسجيل الدخول",
} satisfies Same<typeof en.refusals>;
