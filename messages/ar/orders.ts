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
  cancelled: {
    heading: "أُلغي طلبك رقم {number}",
    what: "أُلغي هذا الطلب لدى {shop} ({domain}) في {time}.",
    next: "لن تصلك هذه القطع. وإن كنت قد دفعت ثمنها، فسنعيده إليك.",
  },
} as const;
