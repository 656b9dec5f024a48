import type * as en from "@/messages/en/login";
import type { Same } from "@/messages/en/same";

export const login = {
  title: "تسجيل الدخول",
  lead: "لا كلمة مرور هنا. نرسل رمزًا إلى بريدك الإلكتروني، وما عليك إلا أن تكتبه.",
  newHere: "أول مرة هنا؟ <link>أنشئ حسابًا</link>",
  byPasskey: "تسجيل الدخول بمفتاح مرور",
  passkeyNeedsScript: "يحتاج مفتاح المرور إلى JavaScript. أما الرمز فيعمل من دونه.",
  form: { send: "إرسال الرمز", sending: "جارٍ الإرسال…" },
  recovery: {
    title: "تسجيل الدخول برمز استرداد",
    lead: "أدخل أحد الرموز العشرة التي طبعتها أو حفظتها. يصلح كل منها مرة واحدة.",
    byMail: "تسجيل الدخول برمز من البريد",
    nothingLeft:
      "لا رمز ولا مفتاح مرور ولا وصول إلى بريدك؟ راسل <support>المتجر</support>. بعد مدة انتظار يستطيع فريق العمل أن يضع لحسابك عنوانًا آخر.",
    form: { logIn: "تسجيل الدخول", checking: "جارٍ التحقق…" },
  },
  sign: { noPassword: "بلا كلمة مرور.", justANumber: "مجرد رقم." },
} satisfies Same<typeof en.login>;

export const register = {
  title: "إنشاء حساب",
  lead: "لا كلمة مرور تبتكرها. نؤكد بريدك الإلكتروني برمز، ثم تدخل.",
  alreadyMember: "عضو لدينا بالفعل؟ <link>سجّل الدخول</link>",
  form: { emailHint: "تصل رموزك إلى هنا.", create: "إنشاء الحساب", sending: "جارٍ الإرسال…" },
} satisfies Same<typeof en.register>;

// A phone number with spaces stands between marks that keep its groups in order (UAX 9, section 2.7: isolates).
export const fields = {
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
  PHONE_MALFORMED: "لا يبدو هذا رقم هاتف. اكتبه مع رمز البلد: \u2066+44 20 7946 0018\u2069",
} satisfies Same<typeof en.fields>;

export const emailSuggestion = {
  question: "هل تقصد {email}؟ إن كان ما كتبته صحيحًا، فأرسل النموذج مرة أخرى.",
  use: "استخدام {email}",
} satisfies Same<typeof en.emailSuggestion>;

export const otp = {
  title: "أدخل الرمز",
  stepUpTitle: "أكّد أنك أنت",
  changeEmailTitle: "أكّد عنوانك الجديد",
  verifyPhoneTitle: "أكّد رقم هاتفك",
  lead: "نرسل الآن رسالة إلى <to>{address}</to>. يعمل الرمز لمدة 10 دقائق، وفي هذا المتصفح فقط.",
  otherEmail: "استخدام بريد إلكتروني آخر",
  otherAddress: "استخدام عنوان آخر",
  otherNumber: "استخدام رقم آخر",
  toAccount: "العودة إلى حسابك",
  byRecoveryCode: "التأكيد برمز استرداد",
  form: {
    code: "رمز لمرة واحدة",
    format: "الأرقام الستة التي أرسلناها",
    verify: "تحقُّق",
    checking: "جارٍ التحقق…",
  },
  resend: {
    nothingThere: "لم يصل شيء؟ ابحث في مجلد الرسائل غير المرغوب فيها، أو اطلب الرمز مرة أخرى.",
    nothingOnPhone: "لم يصل شيء؟ اطلب الرمز مرة أخرى.",
    send: "إرسال رمز جديد",
    sendIn: "بعد {seconds} ث",
    sending: "جارٍ الإرسال…",
    spent: "أرسلنا هذا الرمز خمس مرات. ابحث في مجلد الرسائل غير المرغوب فيها، أو ابدأ من جديد بعد عشر دقائق.",
    spentOnPhone: "أرسلنا هذا الرمز خمس مرات. استخدم رقمًا آخر، أو ابدأ من جديد بعد عشر دقائق.",
    phoneWays: {
      title: "الحصول على رمز عبر الهاتف",
      lead: "إذا كان في حسابك رقم هاتف مؤكَّد فيمكن أن يصل رمز إليه أيضًا. وإلا فاستخدم البريد الإلكتروني.",
      sms: "إرسال رمز برسالة نصية",
      whatsapp: "إرسال رمز عبر WhatsApp",
      call: "تلقّي الرمز بمكالمة",
      risk: "يمكن للآخرين الاستيلاء على رقم هاتف. مفتاح المرور أكثر أمانًا: أضف واحدًا بعد تسجيل الدخول.",
    },
  },
  ended: {
    expiredTitle: "انتهت صلاحية هذا الرمز",
    spentTitle: "لم يعد هذا الرمز صالحًا",
    sendTo: "إرسال رمز جديد إلى <to>{address}</to>",
    sending: "جارٍ الإرسال…",
  },
  elsewhere: {
    title: "اكتب الرمز حيث طلبته",
    lead: "لا يعمل الرمز إلا في المتصفح الذي طلبه، وهذا متصفح آخر. عُد إلى ذلك المتصفح وأدخل الرمز الوارد في الرسالة.",
    logIn: "تسجيل الدخول هنا بدلًا من ذلك",
    notYou: "لم تطلبه؟ لا تعطِ الرمز لأحد. لإلغاء الطلب افتح «لم أكن أنا» في الرسالة.",
  },
  askedFrom: { device: "طُلب من", at: "الوقت" },
  chooseAgain: {
    title: "بقي أمر واحد لتغييره",
    lead: "تم تأكيد بريدك الإلكتروني. بقي هذا فقط:",
    problem: "تعذّر إنشاء الحساب بهذه البيانات: ربما أصبح أحدها مستخدمًا. غيّره، أو حاول مرة أخرى.",
    create: "إنشاء الحساب",
    creating: "جارٍ الإنشاء…",
  },
} satisfies Same<typeof en.otp>;

export const botCheck = {
  running: "نتحقق سريعًا من أنك لست روبوتًا. يستغرق ذلك بضع ثوانٍ.",
  waitSeconds:
    "جرت محاولات كثيرة جدًا للتو. انتظر {seconds, plural, zero {لحظة} one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}، ثم اضغط الزر مرة أخرى.",
  waitMinutes:
    "جرت محاولات كثيرة جدًا للتو. انتظر {minutes, plural, zero {لحظة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، ثم اضغط الزر مرة أخرى.",
} satisfies Same<typeof en.botCheck>;

export const logout = {
  metaTitle: "تسجيل الخروج",
  title: "هل تريد تسجيل الخروج؟",
  lead: "ينهي هذا جلستك في هذا المتصفح. يمكنك تسجيل الدخول من جديد في أي وقت.",
  stay: "البقاء مسجّل الدخول",
  submit: "تسجيل الخروج",
} satisfies Same<typeof en.logout>;
