import type en from "@/messages/en/failures";
import type { Same } from "@/messages/en/same";

export default {
  heading: "تعذّر إنشاء هذه الصفحة.",
  lead: "حدث خطأ من جانبنا لا من جانبك. لم يُرسَل شيء مما كتبته مرتين. حاول مرة أخرى بعد لحظات، وإن تكرر الخطأ فعُد لاحقًا.",
  retry: "حاول مرة أخرى",
  outdatedHeading: "هذه الصفحة من قبل تحديث المتجر.",
  outdatedLead: "جرى تحديث المتجر والصفحة مفتوحة لديك. لم يُرسَل أي شيء. أعد تحميلها واملأها مرة أخرى.",
  unreachedHeading: "تعذّر الوصول إلى المتجر.",
  unreachedLead: "ربما انقطع اتصالك. أعد تحميل هذه الصفحة حين يعود، وتحقّق من وصول ما أرسلته قبل أن ترسله مرة أخرى.",
  reload: "إعادة التحميل",
  toStorefront: "إلى المتجر",
  number: "إن راسلتنا فاذكر الرقم {digest}.",
} satisfies Same<typeof en>;
