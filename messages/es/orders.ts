/** Mails about an order. */
export const orderMails = {
  line: "{quantity} × {name}: {price}",
  total: "Total: {price}",
  reason: "La tienda escribe: {reason}",
  see: "Ver tu pedido",
  placed: {
    heading: "Hemos recibido tu pedido {number}",
    what: "Hiciste este pedido en {shop} ({domain}) el {time}.",
    next: "Puedes cancelar el pedido hasta que lo aceptemos. Si no lo has hecho tú, escribe a la tienda.",
  },
  cancelled: {
    heading: "Tu pedido {number} está cancelado",
    what: "Este pedido en {shop} ({domain}) se canceló el {time}.",
    next: "No recibirás estos artículos. Si ya los has pagado, te devolveremos el dinero.",
  },
} as const;
