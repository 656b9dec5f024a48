import account from "./account";
import accountMails from "./account-mails";
import accountMenu from "./account-menu";
import acts from "./acts";
import adminAudit from "./admin-audit";
import adminChanges from "./admin-changes";
import adminLimits from "./admin-limits";
import adminMails from "./admin-mails";
import adminOverview from "./admin-overview";
import adminPasskey from "./admin-passkey";
import adminUser from "./admin-user";
import adminUsers from "./admin-users";
import blueLine from "./blue-line";
import botCheck from "./bot-check";
import codeMail from "./code-mail";
import devices from "./devices";
import events from "./events";
import failures from "./failures";
import feedback from "./feedback";
import fields from "./fields";
import globalError from "./global-error";
import home from "./home";
import language from "./language";
import login from "./login";
import logout from "./logout";
import mailedLinks from "./mailed-links";
import mails from "./mails";
import navigation from "./navigation";
import notMe from "./not-me";
import otp from "./otp";
import ownData from "./own-data";
import passkeyOffer from "./passkey-offer";
import passkeyProof from "./passkey-proof";
import passkeys from "./passkeys";
import plainPages from "./plain-pages";
import product from "./product";
import profile from "./profile";
import recoveryCodes from "./recovery-codes";
import refusals from "./refusals";
import register from "./register";
import review from "./review";
import securityMails from "./security-mails";
import sessions from "./sessions";
import shell from "./shell";
import shopMails from "./shop-mails";
import stopRecovery from "./stop-recovery";
import storefront from "./storefront";
import ui from "./ui";
import undoDeletion from "./undo-deletion";
import undoEmail from "./undo-email";

export default {
  account,
  accountMails,
  accountMenu,
  acts,
  adminAudit,
  adminChanges,
  adminLimits,
  adminMails,
  adminOverview,
  adminPasskey,
  adminUser,
  adminUsers,
  blueLine,
  codeMail,
  devices,
  events,
  failures,
  feedback,
  fields,
  globalError,
  home,
  botCheck,
  language,
  login,
  logout,
  mailedLinks,
  mails,
  navigation,
  notMe,
  otp,
  ownData,
  passkeyOffer,
  passkeyProof,
  passkeys,
  plainPages,
  product,
  profile,
  recoveryCodes,
  refusals,
  register,
  review,
  securityMails,
  sessions,
  shell,
  shopMails,
  stopRecovery,
  storefront,
  ui,
  undoDeletion,
  undoEmail,
};
