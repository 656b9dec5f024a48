import type en from "@/messages/en/account-menu";
import type { Same } from "@/messages/en/same";

export default {
  logIn: "تسجيل الدخول",
  logOut: "تسجيل الخروج",
  register: "إنشاء حساب",
  join: "انضم",
  account: "حسابي",
  ownAccount: "الحساب",
  home: "غرفة الأعضاء",
  users: "المستخدمون",
  panel: ": صفحاتك",
} satisfies Same<typeof en>;
