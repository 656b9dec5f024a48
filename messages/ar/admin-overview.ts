import type * as en from "@/messages/en/admin-overview";
import type { Same } from "@/messages/en/same";

export const adminOverview = {
  dashboard: {
    title: "لوحة التحكم",
    titleTemplate: "%s · لوحة التحكم · {shop}",
    overviewTitle: "لوحة التحكم · {shop}",
  },
  nav: {
    label: "لوحة التحكم",
    overview: "نظرة عامة",
    orders: "الطلبات",
    products: "المنتجات",
    users: "المستخدمون",
    audit: "سجل التدقيق",
    delivery: "البريد",
    limits: "حدود المعدّل",
  },
  title: "نظرة عامة",
  lead: "{days, plural, zero {آخر # يوم} one {آخر يوم} two {آخر يومين} few {آخر # أيام} many {آخر # يومًا} other {آخر # يوم}}، بحسب سجل التدقيق. تبدأ الأيام عند منتصف الليل بتوقيت UTC، واليوم لم ينتهِ بعد.",
  dailyJob: {
    title: "المهمة اليومية لا تعمل",
    stopped:
      "اكتملت المهمة اليومية آخر مرة في {at}. تبقى السجلات القديمة، وكذلك الحسابات التي حان موعد حذفها. اضبط جدولة استدعاء <path>/api/jobs/daily</path> كل يوم.",
    never:
      "لم تكتمل المهمة اليومية قط. تبقى السجلات القديمة، وكذلك الحسابات التي حان موعد حذفها. اضبط جدولة استدعاء <path>/api/jobs/daily</path> كل يوم.",
  },
  events: {
    heading: "بث الأحداث",
    none: "لم يقبل المستقبِل أي حدث بعد.",
    delivered: "قبل المستقبِل آخر حدث في {at}.",
    waiting:
      "{count, plural, =0 {لا أحداث في الانتظار.} one {حدث واحد في الانتظار.} two {حدثان في الانتظار.} few {# أحداث في الانتظار.} many {# حدثًا في الانتظار.} other {# حدث في الانتظار.}}",
    waitingMoreThan:
      "أكثر من {count, plural, one {حدث واحد} two {حدثين} few {# أحداث} many {# حدثًا} other {# حدث}} في الانتظار.",
    failingTitle: "المستقبِل لا يقبل الأحداث",
    failing:
      "لم يقبل أي حدث منذ {at}. السبب الأخير هو <ltr>{reason}</ltr>. يعيد المتجر المحاولة كل عشر دقائق على الأقل، ولا يسبق حدث حدثًا آخر.",
  },
  range: {
    label: "المدة",
    days: "{days, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}",
  },
  facts: {
    loggedIn: "الجلسات النشطة",
    over: "أكثر من {count, number}",
    budget: "المستخدم من ميزانية اليوم",
    usedOf:
      "{used, number} من {limit, plural, zero {# رسالة} one {رسالة واحدة} two {رسالتين} few {# رسائل} many {# رسالة} other {# رسالة}}",
    notKnown: "غير معروف",
    codesUsed: "تحويل الرموز",
    ofSent: "من الرموز المرسلة استُخدمت",
    codesNotSent: "رموز لم تُرسل",
    mailRefused: "رسائل لم تُسلَّم",
    bouncedOrDropped: "مرتدّة أو مُسقطة",
    noReports: "لا يرسل SendGrid تقارير",
    spam: "عُدّت بريدًا مزعجًا",
    byReaders: "من متلقّيها",
    wrongCodes: "رموز خاطئة",
    blocked: "حدود بُلغت",
    onceAnHour: "كل منها مرة في الساعة",
    slowed: "حالات الإبطاء",
    botCheckOnceAnHour: "عمليات التحقق من الروبوتات، كل منها مرة في الساعة",
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
    heading: "مشكلات تسليم البريد",
    chart:
      "الرسائل المرتدّة: {bounced, number}، والمُسقطة: {dropped, number}، ومرات التأجيل: {deferred, number}، يومًا بيوم (عدد الأيام: {days, number}). الأرقام في الجدول أدناه.",
    bounced: "مرتدّة",
    dropped: "أسقطها SendGrid",
    deferred: "مؤجّلة",
    notReported:
      "لا يرسل SendGrid تقارير التسليم بعد. اضبط Event Webhook لديه، وضع المفتاح الذي يعرضه في SENDGRID_WEBHOOK_PUBLIC_KEY.",
  },
  budget: {
    heading: "ميزانية الإرسال اليومية",
    unavailable: "لا يستجيب مخزن الحدود، ولا يُرسل أي رمز حتى يستجيب. تفقّد قاعدة البيانات، أو Redis إن كنت تستخدمه.",
    everybody: "للجميع",
    trusted: "الأجهزة الموثوقة",
    use: "{used, number} من {limit, plural, zero {# رسالة} one {رسالة واحدة} two {رسالتين} few {# رسائل} many {# رسالة} other {# رسالة}} اليوم ({share})",
    spent: "نفدت: لا تصل الرموز إلا إلى الأجهزة الموثوقة.",
    slowing: "استُخدم {share}: يحتاج من يطلب رمزًا إلى التحقق من الروبوتات.",
    open: "عند تجاوز العلامة يحتاج من يطلب رمزًا إلى التحقق من الروبوتات.",
    trustedSpent: "نفدت: لا تصل الرموز إلى الأجهزة الموثوقة، ولا تُرسل رموز تأكيد الهوية.",
    trustedOpen: "تُستخدم حين تنفد ميزانية الجميع، ولتأكيد الهوية.",
    withEnd: "{sentence} تُعاد إلى الصفر في {time}.",
    note: "تُحتسب كل بداية وكل رسالة جديدة، وكذلك الإشعارات المرسلة إلى عناوين بلا حساب. يبدأ اليوم بأول رسالة ويدوم 24 ساعة. ويحدد DAILY_SEND_BUDGET حجم الميزانيتين.",
  },
  channels: {
    heading: "التحويل بحسب القناة",
    lead: "تُحتسب كل رسالة، فالرمز الذي أُرسل مرتين يُحتسب مرتين. ويمكن استخدام الرموز خلال عشر دقائق.",
    channel: "القناة",
    sent: "أُرسلت",
    used: "استُخدمت",
    conversion: "التحويل",
    notSent: "تعذّر إرسالها",
    wrong: "رموز خاطئة",
  },
  twilio: {
    heading: "المقارنة مع Twilio",
    lead: "{days, plural, zero {آخر # يوم} one {آخر يوم} two {آخر يومين} few {آخر # أيام} many {آخر # يومًا} other {آخر # يوم}}. تحتفظ Twilio بأرقام ثلاثين يومًا، وقد تتأخر أرقامها دقيقة. تعدّ Twilio الرموز المقبولة، ونحن نعدّ ما استُخدم منها بعد ذلك.",
    silent: "لا تستجيب Twilio الآن. أرقامنا أعلاه لا تعتمد عليها. أعد تحميل الصفحة بعد دقيقة.",
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
    heading: "أحداث بارزة",
    none: "لا أحداث بارزة.",
    withUser: "{time}، <link>عرض المستخدم</link>",
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
    slowed: "حالات الإبطاء",
    reports: "بلاغات «لم أكن أنا»",
  },
  export: {
    reading: "جرت قراءة {rows} من أصل {all}",
    done: "حُفظ الملف، وفيه {rows}.",
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
    why: "تعرض لوحة التحكم بيانات أشخاص آخرين، لذلك لا تُفتح إلا بمفتاح مرورك، لا برمز.",
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
    title: "ليس لديك مفتاح مرور صالح",
    advice:
      "لا تُفتح لوحة التحكم إلا بمفتاح مرور. اطلب من مدير آخر إعادة ضبط مفاتيحك، ثم أضف مفتاحًا جديدًا. وإن لم يوجد مدير غيرك، فشغّل <command>npm run create-admin</command> مع <command>--reset-passkeys</command> على الخادم.",
  },
} satisfies Same<typeof en.adminPasskey>;
