import { account, accountMenu, devices, language, profile, review, sessions } from "./account";
import { adminAudit, events } from "./admin-audit";
import { adminDelivery } from "./admin-delivery";
import { adminLimits } from "./admin-limits";
import { adminOrders } from "./admin-orders";
import { adminOverview, adminPasskey } from "./admin-overview";
import { adminProducts } from "./admin-products";
import { adminUser } from "./admin-user";
import { adminChanges, adminUsers } from "./admin-users";
import { bag } from "./bag";
import { failures, feedback, plainPages } from "./feedback";
import { globalError } from "./global-error";
import { botCheck, emailSuggestion, fields, login, logout, otp, register } from "./login";
import { mailedLinks, notMe, stopRecovery, undoDeletion, undoEmail } from "./mailed-links";
import { accountMails, codeMail, mails, securityMails } from "./mails";
import { checkout, orderMails, orders } from "./orders";
import { ownData } from "./own-data";
import { passkeyOffer, passkeys, recoveryCodes } from "./passkeys";
import { refusals } from "./refusals";
import { blueLine, home, navigation, product, shell, storefront, ui } from "./shop";
import { adminMails, alarmMails, shopMails } from "./staff-mails";
import { sensitiveActions, stepUp } from "./step-up";

export default {
  account,
  accountMails,
  accountMenu,
  sensitiveActions,
  adminAudit,
  adminChanges,
  adminDelivery,
  adminLimits,
  adminMails,
  adminOrders,
  adminOverview,
  adminPasskey,
  adminProducts,
  adminUser,
  adminUsers,
  alarmMails,
  bag,
  blueLine,
  checkout,
  codeMail,
  devices,
  emailSuggestion,
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
  orderMails,
  orders,
  otp,
  ownData,
  passkeyOffer,
  stepUp,
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
