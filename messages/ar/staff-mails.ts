import type { Same } from "@/messages/en/same";
import type * as en from "@/messages/en/staff-mails";

export const shopMails = {
  addressTaken: {
    subject: "تغيّر عنوان البريد الإلكتروني لحسابك في {shop}",
    heading: "تغيّر عنوان بريدك الإلكتروني",
    what: "غيّر المتجر عنوان البريد الإلكتروني للحساب {username} في {shop} ({domain}) إلى {address} في {time}. تذهب رموزه إلى هناك من الآن، وسُجّل الخروج منه في كل مكان.",
  },
  addressGiven: {
    subject: "هذا الآن عنوان حسابك في {shop}",
    heading: "سجّل الدخول بهذا العنوان الآن",
    headingDisabled: "هذا الآن عنوان حسابك",
    what: "جعل المتجر هذا العنوان عنوان البريد الإلكتروني للحساب {username} في {shop} ({domain}) في {time}. سُجّل الخروج من الحساب في كل مكان: سجّل الدخول بهذا العنوان، وسنرسل رمزًا إليه.",
    whatDisabled:
      "جعل المتجر هذا العنوان عنوان البريد الإلكتروني للحساب {username} في {shop} ({domain}) في {time}. الحساب معطّل حاليًا.",
    ifUnknown: "إذا كنت لا تعرف هذا الحساب، فراسل المتجر.",
  },
  phone: {
    heading: "غيّر المتجر رقم هاتفك",
    what: "غيّر المتجر رقم هاتف حسابك في {shop} ({domain}) في {time}.",
  },
  passkeys: {
    heading: "أُزيلت كل مفاتيح المرور الخاصة بك",
    what: "أزال المتجر كل مفاتيح المرور من حسابك في {shop} ({domain}) في {time}. لم تعد صالحة، وسُجّل الخروج من حسابك في كل مكان.",
  },
  role: {
    heading: "تغيّر دورك",
    what: "غيّر المتجر ما يستطيع حسابك في {shop} ({domain}) فعله، في {time}. وسُجّل الخروج منه في كل مكان. سجّل الدخول من جديد لاستخدام الدور الجديد.",
    ifUnexpected: "إذا لم تكن تتوقع ذلك، فاكتب إلى المتجر.",
  },
  exported: {
    users: {
      heading: "صُدّرت بيانات مستخدمين",
      what: "صدّر {username} بيانات مستخدمين من {shop} ({domain}) إلى ملف في {time}، وأكّد ذلك بمفتاح مرور.",
    },
    orders: {
      heading: "صُدّرت طلبات",
      what: "صدّر {username} طلبات من {shop} ({domain}) في ملف في {time}، وأكّد ذلك بمفتاح مرور.",
    },
    audit: {
      heading: "صُدّر سجل التدقيق",
      what: "صدّر {username} قيودًا من سجل التدقيق في {shop} ({domain}) إلى ملف في {time}، وأكّد ذلك بمفتاح مرور.",
    },
    ifUnexpected: "إذا لم تكن تتوقع ذلك، فاسأل صاحب الحساب. وإن لم يكن هو، فعطّل حسابه فورًا.",
    seeTrail: "عرضه في سجل التدقيق",
  },
  recoveryBegun: {
    heading: "يقول شخص ما إنك فقدت حسابك",
    told: "أخبر شخص ما المتجر بأنه صاحب الحساب {username} في {shop} ({domain})، وبأنه لا يستطيع الدخول إليه ولا إلى هذا الصندوق. ويطلب أن يكون عنوانه {address}.",
    due: "إذا لم يوقف أحد ذلك، فقد يعطي المتجر الحساب ذلك العنوان بعد {due}. عندئذ يُسجّل خروج الجميع، ولا تعود مفاتيح المرور ورموز الاسترداد ورقم الهاتف تفتحه.",
    ifNot:
      "إذا لم تطلب ذلك، فأوقفه الآن. يفتح الرابط صفحة بزر واحد، ولا تحتاج إلى تسجيل الدخول. وتسجيل الدخول يوقفه أيضًا.",
    link: "إيقاف ذلك",
  },
  recoveryAnnounced: {
    heading: "قد يصير هذا عنوان حسابك",
    asked:
      "طُلب من المتجر أن يكون هذا عنوان الحساب {username} في {shop} ({domain}). يستطيع صاحبه إيقاف ذلك حتى {due}. وإذا لم يوقفه أحد، فقد يغيّره المتجر بعد ذلك، وسيراسلك.",
    wait: "لا حاجة إلى أي إجراء حتى ذلك الحين. لن يطلب منك أحد من المتجر رمزًا.",
  },
  recoveryStopped: {
    heading: "يحتفظ حسابك بعنوانه",
    what: "ضغط شخص ما الزر في رسالتنا، ويحتفظ حسابك في {shop} ({domain}) بهذا العنوان: {device}، {time}.",
    ifLost: "إذا كنت قد أخبرت المتجر بأنك فقدت هذا الصندوق، فهناك من يقرؤه غيرك. راسل المتجر.",
  },
} satisfies Same<typeof en.shopMails>;

export const adminMails = {
  heading: "الرسائل عن الحسابات",
  ofUser: "أحدث الرسائل عن الحساب",
  noneOfUser: "لا شيء في الأيام الأخيرة.",
  waiting:
    "{count, plural, =0 {لا رسالة تنتظر SendGrid.} zero {لا رسالة تنتظر SendGrid.} one {رسالة واحدة تنتظر SendGrid.} two {رسالتان تنتظران SendGrid.} few {# رسائل تنتظر SendGrid.} many {# رسالة تنتظر SendGrid.} other {# رسالة تنتظر SendGrid.}}",
  waitingMoreThan:
    "أكثر من {count, plural, zero {# رسالة} one {رسالة واحدة} two {رسالتين} few {# رسائل} many {# رسالة} other {# رسالة}} تنتظر SendGrid.",
  oldest: "الأطول انتظارًا",
  failed: "متروكة",
  noneFailed:
    "لم تُترك أي رسالة في آخر {days, plural, zero {# يوم} one {يوم} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.",
  tellYourself: "لم تُسلَّم هذه الرسائل. أخبر المستخدم بطريقة أخرى أو صحّح العنوان.",
  kindAndState: "{kind}: {state}",
  states: {
    WAITING: "تنتظر",
    ACCEPTED: "قبلها SendGrid",
    REFUSED: "رفضها SendGrid",
    GIVEN_UP: "متروكة",
  },
  details: {
    WAITING:
      "إلى <ltr>{address}</ltr>، منذ {created}. {attempts, plural, =0 {لم تُجرَّب بعد.} zero {لم تُجرَّب بعد.} one {جُرّبت مرة، والتالية {at}.} two {جُرّبت مرتين، والتالية {at}.} few {جُرّبت # مرات، والتالية {at}.} many {جُرّبت # مرة، والتالية {at}.} other {جُرّبت # مرة، والتالية {at}.}}",
    ACCEPTED: "إلى <ltr>{address}</ltr>، {at}.",
    REFUSED: "إلى <ltr>{address}</ltr>، {at}. يقول SendGrid إن هذا العنوان غير صالح.",
    GIVEN_UP:
      "إلى <ltr>{address}</ltr>، {at}، بعد {attempts, plural, zero {# محاولة} one {محاولة واحدة} two {محاولتين} few {# محاولات} many {# محاولة} other {# محاولة}} منذ {created}.",
  },
  kinds: {
    welcome: "ترحيب",
    invitation: "دعوة",
    "new-browser": "تسجيل دخول جديد",
    passkey: "تغيير في مفاتيح المرور",
    "recovery-codes": "رموز الاسترداد",
    profile: "تغيير في الملف الشخصي",
    "own-email-left": "تغيير البريد، إلى العنوان القديم",
    "own-email-added": "تغيير البريد، إلى العنوان الجديد",
    "email-restored": "إلغاء تغيير البريد، إلى العنوان القديم",
    "email-taken-back": "إلغاء تغيير البريد، إلى العنوان الآخر",
    "deletion-asked": "طلب حذف الحساب",
    "account-kept": "إلغاء الحذف",
    "account-deleted": "حذف الحساب",
    "email-taken-away": "تغيير البريد من فريق العمل، إلى العنوان القديم",
    "email-given": "تغيير البريد من فريق العمل، إلى العنوان الجديد",
    "phone-changed": "تغيير الهاتف من فريق العمل",
    "passkeys-reset": "إزالة مفاتيح المرور من فريق العمل",
    "role-changed": "تغيير الدور",
    "records-exported": "تصدير بيانات",
    "recovery-begun": "وصول لعنوان جديد، إلى العنوان القديم",
    "recovery-announced": "وصول لعنوان جديد، إلى العنوان الجديد",
    "recovery-stopped": "إيقاف الوصول لعنوان جديد",
    "provider-alarm": "تنبيه عن Twilio أو SendGrid",
    "event-alarm": "تنبيه عن الأحداث",
    order: "طلب شراء",
  },
} satisfies Same<typeof en.adminMails>;

/** رسائل تنبّه مشغّل المتجر. */
export const alarmMails = {
  overview: "افتح لوحة التحكم",
  failing: {
    heading: "{provider} متعطّل",
    what: "يرفض {provider} طلبات {shop} ({domain}) أو لا يجيب عنها منذ {time}. آخر خطأ منه هو {error}.",
    twilio: "لا تُرسل الرموز ولا يُتحقّق منها. من لديه مفتاح مرور أو رمز استرداد يستطيع تسجيل الدخول.",
    sendgrid: "تنتظر الرسائل المتعلقة بالحسابات، وتُرسل عندما يقبلها SendGrid. وقد تفشل الرموز بالبريد أيضًا.",
    act: "في السجل كل خطأ. ستصلك رسالة أخرى عندما يعود إلى العمل، وتنبيه واحد في الساعة على الأكثر.",
  },
  working: {
    heading: "عاد {provider} إلى العمل",
    what: "يجيب {provider} عن طلبات {shop} ({domain}) من جديد منذ {time}.",
  },
  event: {
    heading: "لم يُسلَّم حدث",
    what: "لم يقبل مستقبِل أحداث {shop} ({domain}) الحدث {event} ({type}) طوال يوم. السبب الأخير هو {reason}. يتابع المتجر الآن بالحدث التالي.",
    act: "عندما يعود المستقبِل إلى العمل، أعد إرساله: {command}",
  },
} satisfies Same<typeof en.alarmMails>;
