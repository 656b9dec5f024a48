import type * as en from "@/messages/en/account";
import type { Same } from "@/messages/en/same";

export const account = {
  title: "حسابك",
  hello: "مرحبًا <bdi>{username}</bdi>",
  lead: "بياناتك كما نحفظها.",
  goOn: "المتابعة من حيث كنت",
  recovery: {
    title: "يقول شخص ما إنك فقدت هذا الحساب",
    what: "ويطلب من المتجر عنوان بريد إلكتروني آخر له. <stop>إيقاف ذلك</stop>",
  },
  memberSince: "عضو منذ",
  changeUsername: "تغيير اسم المستخدم",
  changeEmail: "تغيير عنوان بريدك الإلكتروني",
  changePhone: "تغيير رقم هاتفك",
  change: "تغيير",
  verified: "مؤكَّد",
  notVerified: "غير مؤكَّد",
  links: {
    account: "العودة إلى حسابك",
    label: "حسابك",
    details: "التفاصيل",
    review: "الوصول إلى الحساب",
    orders: "الطلبات",
    sessions: "الجلسات",
    passkeys: "مفاتيح المرور",
    recoveryCodes: "رموز الاسترداد",
    data: "بياناتك",
    dashboard: "فتح لوحة التحكم",
  },
} satisfies Same<typeof en.account>;

export const accountMenu = {
  bag: "الحقيبة",
  logIn: "تسجيل الدخول",
  logOut: "تسجيل الخروج",
  register: "إنشاء حساب",
  join: "انضم",
  account: "حسابي",
  ownAccount: "الحساب",
  home: "غرفة الأعضاء",
  users: "المستخدمون",
  panel: ": صفحاتك",
} satisfies Same<typeof en.accountMenu>;

export const profile = {
  save: "حفظ",
  saving: "جارٍ الحفظ…",
  sendCode: "إرسال الرمز",
  sending: "جارٍ الإرسال…",
  username: {
    title: "تغيير اسم المستخدم",
    lead: "يمكنك ذلك مرتين خلال ثلاثين يومًا. ويصبح اسمك السابق متاحًا على الفور.",
    closedUntil: "يمكنك تغييره من جديد ابتداءً من {at}",
  },
  email: {
    waiting:
      "لم نتمكن بعد من الوصول إلى صندوق بريدك القديم. سيتغيّر بريدك إلى <ltr>{email}</ltr> حالما تُرسَل تلك الرسالة. ابقَ مسجّلًا الدخول حتى ذلك الحين.",
    title: "تغيير عنوان بريدك الإلكتروني",
    lead: "تصل رموزك الآن إلى <ltr>{email}</ltr>.",
    label: "البريد الإلكتروني الجديد",
    hint: "نرسل رمزًا إليه. ويتغيّر عنوانك بعد أن تُدخل الرمز.",
    start: "تغيير البريد الإلكتروني",
    steps: {
      confirm: "تؤكد أنك أنت، وتُدخل رمزًا نرسله إلى العنوان الجديد.",
      undo: "نُبلغ العنوانين كليهما. ولمدة سبعة أيام يمكن إلغاء التغيير برابط في الرسالة المرسلة إلى العنوان السابق.",
      old: "تتوقف الرموز والروابط في الرسائل إلى العنوان السابق عن العمل. وتبقى مفاتيح المرور.",
    },
  },
  phone: {
    title: "تغيير رقم هاتفك",
    leadVerified: "رقمك <ltr>{phone}</ltr>، وهو مؤكَّد.",
    leadUnverified: "رقمك <ltr>{phone}</ltr>، وهو غير مؤكَّد.",
    start: "تغيير الرقم",
    startUnverified: "تأكيد الرقم أو تغييره",
    steps: {
      confirm: "تؤكد أنك أنت، وتُدخل رمزًا نرسله إلى الرقم برسالة نصية.",
      confirmWithoutTexts: "تؤكد أنك أنت. لا يرسل المتجر رسائل نصية، لذلك يبقى الرقم غير مؤكَّد.",
      told: "نُبلغك بالبريد الإلكتروني، ولا نُبلغ الرقم.",
    },
  },
} satisfies Same<typeof en.profile>;

export const sessions = {
  lead: "تستطيع هذه المتصفحات فتح حسابك الآن.",
  thisBrowser: "هذا المتصفح",
  times: "تسجيل الدخول في {at} {how}، وآخر ظهور في {seen}.",
  timesFromLocation: "تسجيل الدخول في {at} {how} من {place}، وآخر ظهور في {seen}.",
  how: {
    EMAIL_CODE: "برمز عبر البريد الإلكتروني",
    PHONE_CODE: "برمز عبر الهاتف",
    PASSKEY: "بمفتاح مرور",
    RECOVERY_CODE: "برمز استرداد",
  },
  end: "إنهاء الجلسة<hidden> على {device}، وآخر ظهور في {seen}</hidden>",
  endOthers: "إنهاء جميع الجلسات الأخرى",
  everywhere: "تسجيل الخروج من كل مكان",
  about:
    "«تسجيل الخروج من كل مكان» ينهي هذه الجلسة أيضًا. للدخول من جديد استخدم رمزًا أو مفتاح مرور. وتبقى مفاتيح المرور. إذا لم تعرف أحدها، أو ضاع جهازه، فأزله أولًا.",
} satisfies Same<typeof en.sessions>;

export const devices = {
  unknownDevice: "جهاز غير معروف",
  unknownBrowser: "متصفح غير معروف",
  browserOnSystem: "{browser} على {system}",
  cityInCountry: "{city}، {country}",
} satisfies Same<typeof en.devices>;

export const language = {
  title: "اللغة والمنطقة الزمنية",
  lead: "نعرض الصفحات ونرسل الرسائل ونكتب الأوقات باللغة والمنطقة الزمنية اللتين تختارهما.",
  term: "اللغة",
  change: "تغيير لغتك ومنطقتك الزمنية",
  languages: "اللغة",
  timeZone: "المنطقة الزمنية",
  timeZoneHint: "الأماكن مرتّبة حسب المنطقة، وبجانب كل منها فرقه اليوم عن التوقيت العالمي UTC.",
  zoneUnsaid: "غير محدَّدة: UTC",
  save: "حفظ",
  saving: "جارٍ الحفظ…",
  notices: {
    LANGUAGE_SAVED: "تم الحفظ. يستخدم المتجر هذه الإعدادات أينما سجّلت الدخول.",
    LANGUAGE_UNKNOWN: "لم يتغيّر شيء: ليست لدينا هذه اللغة أو هذه المنطقة الزمنية. اختر من القائمة.",
  },
  device: {
    use: "استخدام المنطقة الزمنية لهذا الجهاز",
    filledIn: "وضعنا لك \u2066{zone}\u2069. احفظها لتبقى.",
    unknown: "لا يذكر جهازك منطقته الزمنية. اختر واحدة من القائمة.",
  },
  regions: {
    Africa: "أفريقيا",
    America: "أمريكا",
    Antarctica: "القارة القطبية الجنوبية",
    Arctic: "المحيط المتجمد الشمالي",
    Asia: "آسيا",
    Atlantic: "المحيط الأطلسي",
    Australia: "أستراليا",
    Europe: "أوروبا",
    Indian: "المحيط الهندي",
    Pacific: "المحيط الهادئ",
  },
} satisfies Same<typeof en.language>;

export const review = {
  title: "الوصول إلى الحساب",
  lead: "كل ما هنا يستطيع فتح حسابك. إذا استخدمه شخص آخر، فقد يكون بعضه له. احتفظ بما تعرفه، وأزل ما سواه.",
  nothing: "لا يفتح حسابك سوى هذا المتصفح وعنوان بريدك الإلكتروني.",
  sessions: "الجلسات الأخرى",
  endSessions: "إنهاء الجلسات",
  removePasskeys: "إزالة مفتاح مرور",
  replaceCodes: "استبدال رموز الاسترداد",
  phone: "رقم الهاتف",
  phoneVerified: "تأكّد في {at}.",
  changePhone: "تغيير الرقم",
  about: "تُزال كل فئة في خطوة مستقلة، ونطلب منك فيها تأكيد هويتك.",
  keepAll: "الاحتفاظ بالكل",
  done: "الانتقال إلى حسابك",
} satisfies Same<typeof en.review>;
