import type en from "@/messages/en/admin-mails";
import type { Same } from "@/messages/en/same";

export default {
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
  tellYourself: "لم يقرأ أحد هذه الرسائل. أخبر المستخدم بطريقة أخرى أو صحّح العنوان.",
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
  },
} satisfies Same<typeof en>;
