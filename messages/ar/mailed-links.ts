import type en from "@/messages/en/mailed-links";
import type { Same } from "@/messages/en/same";

export default {
  ifPressed: "إذا ضغطت الزر:",
  ifLeft: "إذا غادرت هذه الصفحة فلن يتغير شيء. لم تسجّل الدخول هنا.",
  leave: "كنت أنا، اتركه كما هو",
  logIn: "تسجيل الدخول",
  deadTitle: "هذا الرابط لم يعد صالحًا",
  toWindow: "الانتقال إلى واجهة المتجر",
} satisfies Same<typeof en>;
