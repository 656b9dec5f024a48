import type en from "@/messages/en/mails";
import type { Same } from "@/messages/en/same";

export default {
  logIn: "تسجيل الدخول",
  notMe: "لم أكن أنا",
  ifYou: "إذا كنت أنت من فعل ذلك، فلا حاجة إلى أي إجراء.",
  noMore: "هذه ثالث رسالة من هذا النوع خلال ساعة، ولا نرسل أكثر من ثلاث. لرؤية كل شيء، سجّل الدخول وراجع جلساتك.",
  ifAsked: "إذا كنت قد طلبت ذلك، فلا حاجة إلى أي إجراء.",
  writeAtOnce: "إذا لم تطلب ذلك، فراسل المتجر فورًا.",
} satisfies Same<typeof en>;
