import type en from "@/messages/en/passkey-offer";
import type { Same } from "@/messages/en/same";

export default {
  label: "مفتاح المرور",
  title: "بلا رمز في المرة القادمة؟",
  lead: "بمفتاح المرور تسجّل الدخول ببصمة إصبعك أو بوجهك أو برمز PIN لهذا الجهاز.",
  add: "إضافة مفتاح مرور",
  decline: "ليس الآن",
} satisfies Same<typeof en>;
