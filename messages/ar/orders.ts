/** Mails about an order. */
export const orderMails = {
  line: "{quantity} × {name}: {price}",
  total: "المجموع: {price}",
  reason: "تقول إدارة المتجر: {reason}",
  see: "عرض طلبك",
  placed: {
    heading: "وصلنا طلبك رقم {number}",
    what: "أرسلت هذا الطلب إلى {shop} ({domain}) في {time}.",
    next: "يمكنك إلغاء الطلب إلى أن نقبله. إن لم تكن أنت من أرسله، فاكتب إلى المتجر.",
  },
  accepted: {
    heading: "قبلنا طلبك رقم {number}",
    what: "قبل متجر {shop} ({domain}) هذا الطلب في {time}.",
    next: "سنكتب إليك مجددًا حين يكون في الطريق. ولم يعد إلغاؤه من صفحتك ممكنًا، فاكتب إلى المتجر إن كان فيه خطأ.",
  },
  sent: {
    heading: "طلبك رقم {number} في الطريق",
    what: "أرسل متجر {shop} ({domain}) هذا الطلب في {time}.",
    next: "إن لم يصلك، فاكتب إلى المتجر.",
  },
  cancelled: {
    heading: "أُلغي طلبك رقم {number}",
    what: "أُلغي هذا الطلب لدى {shop} ({domain}) في {time}.",
    next: "لن تصلك هذه القطع. وإن كنت قد دفعت ثمنها، فسنعيده إليك.",
  },
} as const;
