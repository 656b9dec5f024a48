import type * as en from "@/messages/en/admin-overview";
import type { Same } from "@/messages/en/same";

export const adminOverview = {
  dashboard: {
    title: "لوحة التحكم",
    titleTemplate: "%s · لوحة التحكم · myshop",
    overviewTitle: "لوحة التحكم · myshop",
  },
  nav: {
    label: "لوحة التحكم",
    overview: "نظرة عامة",
    users: "المستخدمون",
    audit: "سجل التدقيق",
    limits: "الحدود",
  },
  title: "نظرة عامة",
  lead: "{days, plural, zero {آخر # يوم} one {آخر يوم} two {آخر يومين} few {آخر # أيام} many {آخر # يومًا} other {آخر # يوم}}، بحسب سجل التدقيق. تبدأ الأيام عند منتصف الليل بتوقيت UTC، واليوم لم ينتهِ بعد.",
  retention: {
    title: "لا تُحذف السجلات القديمة",
    stopped:
      "اكتملت المهمة التي تحذف السجلات القديمة آخر مرة في {at}. ينبغي أن تعمل كل يوم. اضبط جدولة <command>npm run db:prune</command> على الخادم.",
    never:
      "لم تعمل المهمة التي تحذف السجلات القديمة قط. ينبغي أن تعمل كل يوم. اضبط جدولة <command>npm run db:prune</command> على الخادم.",
  },
  range: {
    label: "المدة",
    days: "{days, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}",
  },
  facts: {
    loggedIn: "مسجّلو الدخول الآن",
    over: "أكثر من {count, number}",
    budget: "المستخدم من ميزانية اليوم",
    usedOf: "{used, number} من {limit, number}",
    notKnown: "غير معروف",
    codesUsed: "الرموز التي استُخدمت",
    ofSent: "من المرسلة",
    codesNotSent: "رموز لم تُرسل",
    mailRefused: "رسائل بريد مرفوضة",
    bouncedOrDropped: "مرتدّة أو مُسقطة",
    noReports: "لا يرسل SendGrid تقارير",
    spam: "عُدّت بريدًا مزعجًا",
    byReaders: "من متلقّيها",
    wrongCodes: "رموز خاطئة",
    blocked: "حدود بُلغت",
    onceAnHour: "كل منها مرة في الساعة",
    slowed: "مبطَّؤون",
    botCheckOnceAnHour: "طُلب منهم إثبات، كل منهم مرة في الساعة",
  },
  logins: {
    heading: "عمليات الدخول والحسابات الجديدة",
    chart:
      "عمليات الدخول: {logins, number}، والحسابات الجديدة: {registrations, number}، يومًا بيوم (عدد الأيام: {days, number}). الأرقام في الجدول أدناه.",
    logins: "عمليات الدخول",
    registrations: "الحسابات الجديدة",
  },
  codes: {
    heading: "الرموز",
    chart:
      "الرموز المرسلة: {sent, number}، والمستخدمة: {used, number}، وغير المرسلة: {notSent, number}، يومًا بيوم (عدد الأيام: {days, number}). الأرقام في الجدول أدناه.",
    sent: "أُرسلت",
    used: "استُخدمت",
    notSent: "تعذّر إرسالها",
  },
  mail: {
    heading: "البريد الذي فشل",
    chart:
      "الرسائل المرتدّة: {bounced, number}، والمُسقطة: {dropped, number}، ومرات التأجيل: {deferred, number}، يومًا بيوم (عدد الأيام: {days, number}). الأرقام في الجدول أدناه.",
    bounced: "مرتدّة",
    dropped: "أسقطها SendGrid",
    deferred: "مؤجّلة",
    notReported:
      "لا يخبر SendGrid بعد بما آلت إليه الرسائل. اضبط Event Webhook لديه، وضع المفتاح الذي يعرضه في SENDGRID_WEBHOOK_PUBLIC_KEY.",
  },
  budget: {
    heading: "ميزانية الإرسال لليوم",
    unavailable:
      "لا يستجيب مخزن الحدود، فلا أحد يعرف. ولا يُرسل أي رمز ما دام ذلك: تفقّد قاعدة البيانات، أو Redis إن كان مضبوطًا.",
    everybody: "للجميع",
    known: "للمتصفحات التي سبق لها تسجيل الدخول",
    use: "{used, number} من {limit, number}، {share}",
    spent: "نفدت كلها: لا تصل الرموز إلا إلى المتصفحات التي سبق لها تسجيل الدخول.",
    slowing: "نفد {share} منها: على من يطلب رمزًا أن يثبت عملًا أولًا.",
    open: "عند العلامة على من يطلب رمزًا أن يثبت عملًا أولًا.",
    trustedSpent: "نفدت كلها: لا يصل رمز كذلك إلى من يسجّل الدخول من متصفح معروف، ولا تُرسل تأكيدات الهوية الجديدة.",
    trustedOpen: "لحين نفاد ميزانية الجميع، ولتأكيدات الهوية الجديدة.",
    withEnd: "{sentence} تبدأ من جديد في {time}.",
    note: "تُحتسب كل بداية وكل رسالة جديدة، حتى إلى عنوان بلا حساب، إذ يصله إشعار. يبدأ اليوم بأول رسالة ويدوم 24 ساعة. ويحدد DAILY_SEND_BUDGET حجم الميزانيتين.",
  },
  channels: {
    heading: "التحويل بحسب القناة",
    lead: "تُحتسب كل رسالة، فالرمز الذي أُرسل ثانية يُعدّ اثنين. ويمكن استخدام الرمز خلال عشر دقائق.",
    channel: "القناة",
    sent: "أُرسلت",
    used: "استُخدمت",
    conversion: "التحويل",
    notSent: "تعذّر إرسالها",
    wrong: "رموز خاطئة",
  },
  twilio: {
    heading: "عدّ Twilio إلى جانب عدّنا",
    lead: "{days, plural, zero {آخر # يوم} one {آخر يوم} two {آخر يومين} few {آخر # أيام} many {آخر # يومًا} other {آخر # يوم}}؛ وتحتفظ Twilio بثلاثين. قد تتأخر أرقامها دقيقة، وهي تعدّ ما قُبل، ونحن نعدّ ما استُخدم بعد ذلك.",
    silent: "لا تستجيب Twilio الآن. أرقامنا أعلاه لا تعتمد عليها؛ أعد النظر بعد دقيقة.",
    channel: "القناة",
    sentByUs: "المرسلة لدينا",
    attempts: "المحاولات لدى Twilio",
    usedByUs: "المستخدمة لدينا",
    converted: "المحوّلة لدى Twilio",
    unconverted: "غير المحوّلة لدى Twilio",
    conversionByUs: "التحويل لدينا",
    conversionByTwilio: "التحويل لدى Twilio",
    noAnswer: "لا جواب",
  },
  notable: {
    heading: "يستحق نظرة",
    none: "لا شيء غير مألوف.",
    withUser: "{time}، <link>المستخدم</link>",
  },
  byDay: {
    heading: "يومًا بيوم",
    label: "الأرقام بحسب اليوم",
    day: "اليوم",
    logins: "عمليات الدخول",
    registrations: "الحسابات الجديدة",
    codesSent: "رموز أُرسلت",
    codesUsed: "رموز استُخدمت",
    codesNotSent: "لم تُرسل",
    bounced: "مرتدّة",
    dropped: "مُسقطة",
    deferred: "مؤجّلة",
    spam: "عُدّت بريدًا مزعجًا",
    wrongCodes: "رموز خاطئة",
    blocked: "حدود بُلغت",
    slowed: "مبطَّؤون",
    reports: "بلاغات «لم أكن أنا»",
  },
  export: {
    reading: "جرت قراءة {rows} من أصل {all}",
    done: "حُفظ الملف بعد كتابة {rows}.",
    failed: "انقطع التصدير بعد {rows} ولم يُحفظ شيء. حاول مرة أخرى.",
    stopped: "أُوقف بعد {rows}. لم يُحفظ شيء.",
    stop: "إيقاف",
    refusals: {
      REAUTHENTICATION_NEEDED: "لم يُصدَّر شيء. يحتاج كل ملف إلى مفتاح مرورك، ويحتاج متصفحك إلى JavaScript ليطلبه.",
      EXPORTS_SPENT: "لم يُصدَّر شيء. بلغت أكبر عدد من الملفات يُسمح به في يوم واحد. حاول مرة أخرى غدًا.",
    },
    rows: {
      zero: "{count} صف",
      one: "{count} صف",
      two: "{count} صف",
      few: "{count} صفوف",
      many: "{count} صفًا",
      other: "{count} صف",
    },
  },
} satisfies Same<typeof en.adminOverview>;

export const adminPasskey = {
  title: "أكّد بمفتاح المرور",
  CONFIRM_PASSKEY: {
    title: "أكّد بمفتاح المرور",
    why: "تعرض لوحة التحكم بيانات أشخاص آخرين. لا يفتحها رمز من صندوق بريدك، بل مفتاح المرور.",
    button: "التأكيد بمفتاح المرور",
    noScript: "يحتاج متصفحك إلى JavaScript لاستخدام مفتاح المرور. فعّله لهذه الصفحة، ثم أعد تحميلها.",
    notAtHand: "ليس مفتاح المرور في متناولك؟ سجّل الدخول من جهاز فيه مفتاح، أو اطلب من مدير إعادة ضبط مفاتيحك.",
  },
  ADD_PASSKEY: {
    title: "أضف مفتاح مرور لفتح لوحة التحكم",
    why: "تعرض لوحة التحكم بيانات أشخاص آخرين، لذلك يفتحها كل من يعمل هنا بمفتاح مرور. أضف مفتاحًا إلى حسابك، ثم عُد إلى هنا.",
    button: "إضافة مفتاح مرور",
  },
  PASSKEYS_LOST: {
    title: "لا يعمل أي من مفاتيح مرورك",
    advice:
      "لا تُفتح لوحة التحكم إلا بمفتاح مرور. اطلب من مدير آخر إعادة ضبط مفاتيحك، ثم أضف مفتاحًا جديدًا. وإن لم يوجد مدير غيرك، فشغّل <command>npm run create-admin</command> مع <command>--reset-passkeys</command> على الخادم.",
  },
} satisfies Same<typeof en.adminPasskey>;
