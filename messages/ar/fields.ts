import type en from "@/messages/en/fields";
import type { Same } from "@/messages/en/same";

// A phone number with spaces stands between marks that keep its groups in order (UAX 9, section 2.7: isolates).
export default {
  username: { label: "اسم المستخدم", hint: "يظهر في المتجر. حروف لاتينية وأرقام ونقاط وشرطات وشرطات سفلية." },
  email: { label: "البريد الإلكتروني" },
  phone: {
    label: "رقم الهاتف",
    hint: "مثل \u2066+44 20 7946 0018\u2069. في أرقام {country} يمكن الاستغناء عن رمز البلد.",
  },
  recoveryCode: {
    label: "رمز الاسترداد",
    hint: "24 حرفًا ورقمًا. لا فرق بين كتابته بشرطات أو مسافات أو حروف صغيرة وبدونها.",
  },
  USERNAME_EMPTY: "اختر اسم مستخدم.",
  USERNAME_MALFORMED:
    "استخدم من 3 إلى 30 من الحروف اللاتينية أو الأرقام أو النقاط أو الشرطات أو الشرطات السفلية، وابدأ بحرف.",
  USERNAME_RESERVED: "هذا الاسم محجوز للمتجر. اختر اسمًا آخر.",
  EMAIL_EMPTY: "أدخل عنوان بريدك الإلكتروني.",
  EMAIL_MALFORMED: "لا يبدو هذا عنوان بريد إلكتروني. مثال: name@example.com",
  EMAIL_BEYOND_ASCII: "لا يمكننا إرسال رسائل إلى عنوان يحتوي على حروف مثل é أو ش قبل علامة @. أدخل عنوانًا آخر.",
  PHONE_EMPTY: "أدخل رقم هاتفك.",
  PHONE_MALFORMED: "لا يبدو هذا رقم هاتف. كتابته مع رمز البلد تُقبل دائمًا: \u2066+44 20 7946 0018\u2069",
} satisfies Same<typeof en>;
