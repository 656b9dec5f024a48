import type en from "@/messages/en/logout";
import type { Same } from "@/messages/en/same";

export default {
  metaTitle: "تسجيل الخروج",
  title: "هل تريد تسجيل الخروج؟",
  lead: "ينهي هذا جلستك في هذا المتصفح. ويكفي رمز واحد للعودة.",
  stay: "البقاء مسجّل الدخول",
  submit: "تسجيل الخروج",
} satisfies Same<typeof en>;
