import type { Same } from "@/messages/en/same";
import type * as en from "@/messages/en/shop";

export const shell = {
  titleTemplate: "%s · {shop}",
  title: "{shop}: una gama breve de cosas bien hechas",
  description:
    "Dieciséis cosas para la cocina, el escritorio y la casa, elegidas sin prisa. Los socios pagan menos. Nadie necesita una contraseña.",
  skip: "Saltar al contenido",
  mainNav: "Principal",
  footerNav: "Pie de página",
  languageNav: "Idioma",
  range: "La gama",
  members: "Socios",
  account: "Mi cuenta",
  claim: "Una gama breve de cosas bien hechas.",
  neverAPassword: "Nunca pedimos una contraseña. Si una página o un correo te la pide, no es nuestro.",
  notFound: {
    title: "Página no encontrada",
    heading: "En este número no vive nadie.",
    lead: "La página se ha movido, no existe o no es para esta cuenta. Comprueba la dirección o vuelve a la gama.",
    toRange: "Ver la gama",
  },
} satisfies Same<typeof en.shell>;

export const navigation = {
  underWay: "Cargando la página.",
} satisfies Same<typeof en.navigation>;

export const ui = {
  number: "<hidden>Número </hidden>{value}",
  publicPrice: "<hidden>Precio para todos: </hidden>{price}",
  memberPrice: "<hidden>Precio para socios: </hidden>{price}",
} satisfies Same<typeof en.ui>;

export const storefront = {
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
} satisfies Same<typeof en.storefront>;

export const home = {
  title: "Sala de socios",
  door: {
    heading: "Inicia sesión para continuar.",
    logIn: "Iniciar sesión",
  },
  kept: {
    heading: "De detrás del mostrador",
    lead: "Hechas en cantidades demasiado pequeñas para el escaparate. Solo las ven los socios.",
    emptyTitle: "Ahora mismo no hay nada guardado.",
    empty: "La próxima tanda pequeña se verá primero aquí.",
  },
  order: {
    lead: "Escribe junto a cada pieza cuántas quieres.",
    howMany: "Cuántas: {name}",
    submit: "Añadir a la bolsa",
  },
  prices: "Lo que pagas",
} satisfies Same<typeof en.home>;

export const blueLine = {
  kicker: "Para socios, para leer sin prisa",
  heading: "La línea azul nunca es recta",
  standfirst:
    "Por qué el borde de una tetera esmaltada se pinta a mano, y por qué dejamos de devolver las que venían torcidas.",
  ridge:
    "Pasa el pulgar por el borde de una taza esmaltada y notarás un pequeño relieve donde el blanco se vuelve azul. Casi todo el mundo lo toma por un adorno. Se parece más a una venda.",
  glass:
    "El esmalte es vidrio. Empieza siendo arena, sosa y bórax, fundidos juntos, vertidos en agua fría para que se rompan y molidos con arcilla hasta formar una papilla espesa como la nata. Una taza de acero prensado se sumerge en la papilla, se gira una vez, se sacude una vez y se cuelga del asa a secar. Después pasa cuatro minutos en un horno a 820 grados. Allí dentro, el vidrio y el acero se hacen una sola cosa. Al salir empiezan a discutir, porque el acero encoge más deprisa que el vidrio al enfriarse. En la pared ancha de una taza los dos llegan a un acuerdo: el acero tira, el vidrio queda apretado, y al vidrio le gusta estar apretado.",
  edge: "En el borde no hay sitio para acuerdos. La pared acaba en un labio no más grueso que una moneda, y el vidrio líquido, como cualquier líquido, se retira de una esquina afilada. Lo que queda es fino. Si una taza se va a desportillar, se desportilla ahí, con la primera cuchara.",
  sectionCaption:
    "El borde, abierto de un corte: la segunda capa (1), la primera capa, fina donde dobla la esquina (2), y el acero (3).",
  irena:
    "Por eso el borde recibe una segunda capa, solo para él. En la fábrica que hace nuestras teteras se dedican a esto tres personas. La que lleva más tiempo se sienta al fondo de la nave, donde están las ventanas. Mueve el torno con el pie. Se llama Irena. Apoya un pincel plano, cargado de papilla de cobalto, en el borde que gira, y deja que la pieza se pinte sola. Una taza lleva una vuelta. Una tetera lleva dos, porque el pico interrumpe. Nadie mide. La línea tiene tres milímetros donde el pincel va lleno y dos donde está casi vacío. Hay un punto, si lo buscas. Allí el final del trazo pasa por encima de su propio comienzo, apenas el ancho de una cerilla.",
  machine:
    "Nos han ofrecido una máquina, más de una vez. Rocía el borde a través de una plantilla, cuarenta por minuto en lugar de cuatro, y perfectamente recto. La fábrica la probó una temporada. Una línea rociada es fina, porque así tiene que ser, y las devoluciones aumentaron. El pincel deja más vidrio del que parece pulcro. El desorden, resultó, era el que hacía el trabajo.",
  cobalt:
    "¿Y por qué azul? Porque el cobalto tiene paciencia. El cobre se ennegrece si el fuego se alarga, y el hierro se vuelve pardo. El cobalto sigue siendo azul. Fue el color práctico durante un siglo antes de ser el encantador. Por eso son azules los números de las casas, y las palanganas de los hospitales, y el letrero sobre nuestra puerta.",
  returns:
    "Antes devolvíamos teteras. Una línea que se iba hacia abajo, una línea con un goterón, una línea en la que el pincel había sido claramente interrumpido por el chiste de alguien. Luego miramos las de nuestra propia cocina, tres años después. Los goterones estaban bien. Eran las elegantes las que se habían oxidado por el labio.",
  signature:
    "Cuando llegue la tuya, gírala hasta encontrar el solape. Ahí es donde ella levantó el pincel. Es la parte más fuerte del borde, y la única firma en todo lo que vendemos.",
  pullQuote: "El desorden era el que hacía el trabajo.",
  overlapCaption: "El mismo borde desde arriba. El trazo empieza y acaba donde señala la marca.",
} satisfies Same<typeof en.blueLine>;

export const product = {
  membersOnly: "Solo para socios",
  memberSaving: "Tu precio de socio, {amount} menos que en la lista.",
  membersPayLess: "Los socios pagan menos por esta pieza, y por todo lo demás.",
  logInForPrice: "Iniciar sesión para ver tu precio",
  register: "Crear cuenta",
  logIn: "Iniciar sesión",
  locked: {
    heading: "Esta pieza se guarda para los socios.",
    lead: "Su precio y su historia están detrás del mostrador. Ser socio no cuesta nada: una dirección de correo, un número de teléfono y un código que te enviamos. Sin contraseña.",
  },
  quantity: "Cantidad",
  addToBag: "Añadir a la bolsa",
  soldOut: "Agotado",
  onlyLeft: "{left, plural, one {Solo queda #} other {Solo quedan #}}",
  toRange: "Volver a la gama",
} satisfies Same<typeof en.product>;
