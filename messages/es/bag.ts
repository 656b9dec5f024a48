import type * as en from "@/messages/en/bag";
import type { Same } from "@/messages/en/same";

export const bag = {
  title: "Tu bolsa",
  lead: "{count, plural, one {# pieza} other {# piezas}}. No apartamos nada hasta que haces el pedido.",
  each: "{price} cada una",
  quantity: "Cantidad<hidden> de {name}</hidden>",
  update: "Actualizar<hidden> {name}</hidden>",
  remove: "Quitar<hidden> {name}</hidden>",
  state: {
    SOLD_OUT: "Agotado. Lo guardamos en tu bolsa, pero ahora no se puede pedir.",
    HIDDEN: "Ya no está a la venta.",
    MEMBERS_ONLY: "Ahora es solo para socios. Inicia sesión para pedirlo.",
  },
  onlyLeft: "{left, plural, one {Solo queda #.} other {Solo quedan #.}}",
  fewer:
    "{left, plural, one {Solo queda #, así que tu pedido llevaría # de {quantity}.} other {Solo quedan #, así que tu pedido llevaría # de {quantity}.}}",
  priceChanged: "El precio ha pasado de {was} a {price} desde que lo elegiste.",
  summary: {
    heading: "Total",
    withAccount: "{amount} menos con una cuenta",
    asMember: "{amount} menos por ser socio",
    stays: "Tu bolsa se queda como está al iniciar sesión.",
    logIn: "Iniciar sesión y comprar",
    register: "Crear cuenta",
    checkout: "Tramitar el pedido",
    nothing: "Ahora no se puede pedir nada de tu bolsa.",
  },
  empty: {
    title: "Tu bolsa está vacía.",
    lead: "El estante no. Es corto, así que no tardarás en elegir.",
    toRange: "Ver la gama",
    toHome: "Tus precios",
  },
  toRange: "Volver a la gama",
  notices: {
    ADDED: "Añadido a tu bolsa.",
    ADDED_LESS:
      "Hemos añadido lo que se podía. En una bolsa caben como máximo 20 de un producto, y nunca más de los que quedan.",
    NOT_ADDED:
      "No se ha añadido nada. Está agotado, ya no está a la venta o es solo para socios, o tu bolsa está llena.",
    NOTHING_CHOSEN: "No se ha añadido nada. Elige cuántas quieres y vuelve a pulsar el botón.",
    CHANGED: "Cantidad cambiada.",
    CHANGED_LESS: "No se podía todo. En una bolsa caben como máximo 20 de un producto, y nunca más de los que quedan.",
    REMOVED: "Quitado de tu bolsa.",
    NOT_CHANGED: "No se ha cambiado nada. Ese producto ya no está en tu bolsa, o ahora no se puede comprar.",
  },
} satisfies Same<typeof en.bag>;
