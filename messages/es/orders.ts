/** La página en la que un miembro pide lo que hay en la bolsa. `form` va al navegador. */
export const checkout = {
  title: "Finalizar compra",
  lead: "Pagas precios de miembro. Los comprobamos de nuevo al hacer el pedido.",
  form: {
    delivery: "Entrega",
    name: "Nombre",
    line1: "Calle y número",
    line2: "Piso, puerta o empresa (opcional)",
    postalCode: "Código postal",
    city: "Ciudad",
    region: "Provincia o estado (si tu dirección lo lleva)",
    country: "País",
    chooseCountry: "Elige un país",
    note: "Nota para la tienda (opcional)",
    payment: "Pago",
    submit: "Hacer el pedido",
    pending: "Haciendo el pedido…",
    changed: "Tu pedido ha cambiado, así que todavía no se ha pedido nada",
    confirm: "Vuelve a mirar el pedido. Si está bien, pulsa «Hacer el pedido» otra vez.",
  },
  totalTooHigh: "Este pedido es demasiado grande para un solo pago. Quita unidades y haz otro pedido con el resto.",
  howToPay: {
    INVOICE: "La factura va en el paquete. Págala por transferencia en un plazo de 14 días.",
    CARD: "Pagas en la página de Stripe después de hacer el pedido. La tienda nunca ve tu tarjeta.",
  },
  ways: { INVOICE: "Pagar con factura", CARD: "Pagar con tarjeta" },
  errors: {
    NAME_EMPTY: "Escribe el nombre de quien recibe el paquete.",
    LINE1_EMPTY: "Escribe una calle y un número.",
    POSTAL_CODE_EMPTY: "Escribe el código postal. Las direcciones de este país lo llevan.",
    POSTAL_CODE_MALFORMED: "No es un código postal del país que has elegido. Comprueba los dos.",
    CITY_EMPTY: "Escribe una ciudad.",
    COUNTRY_EMPTY: "Elige un país.",
  },
  changes: {
    PRICE: "El precio de {name} era {was} y ahora es {is}.",
    FEWER: "{left, plural, one {Solo queda # unidad} other {Solo quedan # unidades}} de {name}.",
    SOLD_OUT: "{name} ya no está disponible. Se queda en tu bolsa.",
    OTHER: "Tu bolsa se cambió en otra ventana.",
  },
  summary: {
    heading: "Tu pedido",
    line: "{quantity} × {price}",
    fewer: "Quedan solo {left} de los {wanted} de tu bolsa",
    soldOut: "Agotado. No entra en este pedido",
    total: "Total",
    edit: "Cambiar la bolsa",
  },
  nothing: {
    title: "Nada de tu bolsa se puede pedir",
    lead: "Todo lo que contiene está agotado por ahora.",
    toBag: "Ir a tu bolsa",
  },
  closed: "La tienda no ofrece ninguna forma de pago por ahora, así que no acepta pedidos. Escribe a la tienda.",
} as const;

/** Los pedidos de un miembro, y uno de ellos. */
export const orders = {
  title: "Tus pedidos",
  lead: "Lo que has pedido, empezando por lo más reciente.",
  empty: { title: "Todavía no hay pedidos", lead: "Aquí verás lo que pidas.", action: "Ver la colección" },
  number: "Pedido {number}",
  pieces: "{pieces, plural, one {# artículo} other {# artículos}}",
  pages: "Páginas de tus pedidos",
  newest: "Pedidos más recientes",
  older: "Pedidos anteriores",
  all: "Todos los pedidos",
  states: {
    PLACED: "Recibido",
    ACCEPTED: "Aceptado",
    SENT: "Enviado",
    CANCELLED: "Cancelado",
    UNPAID: "Pendiente de pago",
  },
  lines: { heading: "Lo que has pedido", total: "Total" },
  history: {
    heading: "Qué ha pasado",
    placed: "Recibido",
    paid: "Pagado",
    accepted: "Aceptado",
    sent: "Enviado",
    cancelled: "Cancelado",
    refunded: "Reembolsado",
    refund: "Reembolso",
  },
  refunds: {
    UNDER_WAY: "En curso. Te escribiremos un correo cuando esté hecho.",
    FAILED: "El pago no pudo volver a tu tarjeta. Escribe a la tienda.",
  },
  pay: {
    heading: "Todavía sin pagar",
    due: "Paga antes del {time}. Después cancelaremos el pedido.",
    submit: "Pagar ahora",
    pending: "Abriendo la página de pago…",
  },
  delivery: "Entrega",
  note: "Tu nota",
  reason: "La tienda escribe",
  payment: "Pago",
  cancel: {
    open: "Cancelar este pedido",
    what: "Puedes cancelarlo hasta que aceptemos el pedido. No se puede deshacer.",
    submit: "Cancelar el pedido",
    pending: "Cancelando…",
  },
  unknown: { title: "No tienes ningún pedido con este número", lead: "Comprueba el número o elige entre tus pedidos." },
  notices: {
    PLACED: "Gracias. Hemos recibido tu pedido y te lo hemos enviado por correo.",
    PAID: "Gracias. Hemos recibido tu pago y te hemos escrito un correo.",
    NOT_CONFIRMED:
      "Stripe todavía no ha confirmado tu pago. Vuelve a cargar esta página dentro de un minuto. No pagues dos veces.",
    NOT_PAID: "No se ha pagado nada. Tu pedido espera el pago.",
    PAYMENT_LATE:
      "La página de pago no se puede abrir en este momento. Guardamos tu pedido. Inténtalo de nuevo dentro de un minuto.",
    CANCELLED: "El pedido está cancelado. Te hemos escrito un correo.",
    TOO_LATE: "Ya hemos aceptado este pedido, así que no se ha cancelado. Escribe a la tienda.",
  },
} as const;

/** Mails about an order. */
export const orderMails = {
  line: "{quantity} × {name}: {price}",
  total: "Importe total: {price}",
  reason: "La tienda escribe: {reason}",
  see: "Ver tu pedido",
  placed: {
    heading: "Hemos recibido tu pedido {number}",
    what: "Hiciste este pedido en {shop} ({domain}) el {time}.",
    next: "Puedes cancelar el pedido hasta que lo aceptemos. Si no lo has hecho tú, escribe a la tienda.",
  },
  paid: {
    heading: "Hemos recibido tu pedido {number} y tu pago",
    what: "Pagaste esto con tarjeta en {shop} ({domain}) el {time}.",
    next: "Puedes cancelar el pedido hasta que lo aceptemos, y recuperarás tu dinero. Si no lo has hecho tú, escribe a la tienda.",
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
  unpaid: {
    heading: "Tu pedido {number} no se pagó",
    what: "El pago con tarjeta no llegó a tiempo, así que este pedido en {shop} ({domain}) se canceló el {time}.",
    next: "No se ha cobrado nada. Si todavía quieres estos artículos, pídelos de nuevo.",
  },
  refunded: {
    heading: "Te hemos devuelto el dinero del pedido {number}",
    what: "La tienda {shop} ({domain}) devolvió tu pago a tu tarjeta el {time}.",
    next: "Tu banco puede tardar hasta diez días en mostrarlo. Si no te llega, escribe a la tienda.",
  },
} as const;
