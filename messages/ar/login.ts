import type en from "@/messages/en/login";
import type { Same } from "@/messages/en/same";

export default {
  title: "تسجيل الدخول",
  lead: "لا كلمة مرور هنا. نرسل رمزًا إلى بريدك الإلكتروني، وما عليك إلا أن تكتبه.",
  newHere: "أول مرة هنا؟ <link>أنشئ حسابًا</link>",
  byPasskey: "تسجيل الدخول بمفتاح مرور",
  passkeyNeedsScript: "يحتاج مفتاح المرور إلى JavaScript. أما الرمز فيعمل من دونه.",
  form: { send: "إرسال الرمز", sending: "جارٍ الإرسال…" },
  recovery: {
    title: "تسجيل الدخول برمز استرداد",
    lead: "أحد الرموز العشرة التي طبعتها أو حفظتها. يصلح مرة واحدة.",
    byMail: "تسجيل الدخول برمز من البريد",
    nothingLeft:
      "لا رمز ولا مفتاح مرور ولا صندوق بريد؟ راسل المتجر. يستطيع فريق العمل أن يجعل لحسابك عنوانًا آخر بعد مدة انتظار.",
    form: { logIn: "تسجيل الدخول", checking: "جارٍ التحقق…" },
  },
  sign: { noPassword: "بلا كلمة مرور.", justANumber: "مجرد رقم." },
} satisfies Same<typeof en>;
