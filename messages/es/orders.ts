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
  accepted: {
    heading: "Hemos aceptado tu pedido {number}",
    what: "La tienda {shop} ({domain}) aceptó este pedido el {time}.",
    next: "Te escribiremos de nuevo cuando esté en camino. Ya no se puede cancelar en tu página; si algo no está bien, escribe a la tienda.",
  },
  sent: {
    heading: "Tu pedido {number} está en camino",
    what: "La tienda {shop} ({domain}) envió este pedido el {time}.",
    next: "Si no te llega, escribe a la tienda.",
  },
  cancelled: {
    heading: "Tu pedido {number} está cancelado",
    what: "Este pedido en {shop} ({domain}) se canceló el {time}.",
    next: "No recibirás estos artículos. Si ya los has pagado, te devolveremos el dinero.",
  },
} as const;
