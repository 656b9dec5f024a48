import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/storefront";

export default {
  heading:
    "{count, plural, =0 {Cosas que compras una vez.} one {# cosa que compras una vez.} other {# cosas que compras una vez.}}",
  lead: "Una gama breve para la cocina, el escritorio y la casa, elegida sin prisa y vendida sin temporadas. {saving, select, none {Los socios pagan menos.} upTo {Los socios pagan hasta un {most} menos.} other {Los socios pagan entre un {least} y un {most} menos.}} Aquí nadie tiene una contraseña que olvidar.",
  register: "Crear cuenta",
  logIn: "Iniciar sesión",
  yourPrices: "Tus precios",
  seeRange: "Ver la gama",
  range: {
    heading: "La gama",
    lead: "Numeradas en el orden en que llegaron. Un número nunca se da dos veces: cuando una cosa se va, su placa se va con ella.",
    emptyTitle: "Estamos llenando los estantes.",
    empty: "Vuelve a pasar dentro de un rato.",
    plate:
      "{saving, select, none {Lo mismo, por menos.} upTo {Lo mismo, hasta un {most} menos.} other {Lo mismo, entre un {least} y un {most} menos.}}",
  },
  kept: {
    heading: "Detrás del mostrador",
    lead: "Algunas cosas se hacen en cantidades demasiado pequeñas para un escaparate. Los socios las ven en color, con su historia y su precio.",
    prices:
      "{saving, select, none {Todos los precios, más bajos} upTo {Todos los precios, hasta un {most} menos} other {Todos los precios, entre un {least} y un {most} menos}}",
    pieces: "Piezas que nadie más puede comprar",
    room: "Una sala de socios con algo para leer",
    free: "Sin cuotas, sin boletines, sin contraseñas",
    toRoom: "Pasar detrás del mostrador",
    membersOnly: "Solo para socios",
  },
} satisfies Same<typeof en>;
