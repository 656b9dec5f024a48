import type { ProductTexts } from "./catalogue";

/** The range in Spanish, by slug. */
export const spanishTexts: Record<string, ProductTexts> = {
  "blue-rim-kettle": {
    name: "Tetera de borde azul",
    tagline: "Dos litros de esmalte que avisan de que hierven haciendo sonar la tapa.",
    description:
      "Prensada de una sola chapa de acero, sumergida dos veces, horneada dos veces y ribeteada a mano, por eso no hay dos líneas azules del mismo ancho. No tiene silbato. La tapa empieza a repicar unos diez segundos antes del hervor, y uno aprende a oírla desde la habitación de al lado.\n\nSirve para gas, inducción y cocina de leña. Dos litros, 1,1 kg. Cuando se desportille, y algún día lo hará, la marca será negra como el hierro y no hará ningún daño.",
    category: "Cocina",
  },
  "steel-pan-24": {
    name: "Sartén de acero, 24 cm",
    tagline: "Llega gris. Se vuelve negra. Sobrevive a la cocina.",
    description:
      "Acero al carbono de 2,5 mm, más ligero que el hierro fundido y más rápido en responder a la llama. Curamos cada sartén una vez con aceite de linaza para que el primer huevo resbale. Los mil siguientes corren de tu cuenta.\n\nEl mango es una sola pieza forjada con tres remaches a la vista. Lávala con agua, sécala al fuego y nunca la enjabones en un arrebato. 24 cm de borde a borde, 1,6 kg.",
    category: "Cocina",
  },
  "beech-pepper-mill": {
    name: "Molinillo de haya",
    tagline: "Una muela de cerámica, una cabeza pintada y nada que cargar.",
    description:
      "Torneado en haya que ha secado dos años, para que el cuello no se agriete en su segundo invierno. La cabeza va lacada en cobalto, porque un molinillo debe encontrarlo un cocinero con las manos mojadas y sin gafas.\n\nLa muela es de cerámica y no se oxida. Un cuarto de vuelta de la tuerca de latón va del polvo a la grava. 22 cm de alto, caben 45 g de pimienta en grano.",
    category: "Cocina",
  },
  "bread-knife-and-board": {
    name: "Cuchillo de pan y tabla",
    tagline: "Para cortezas que se resisten.",
    description:
      "Los dientes son largos y pocos, como los de una sierra para madera verde, y están afilados por un solo lado. Muerden una corteza dura sin aplastar lo que hay debajo. La hoja es de 23 cm de acero para muelles; envíanosla cada pocos años y la afilamos a precio de coste.\n\nLa tabla es de fresno aceitado, 38 por 28 cm, con un surco en una cara y ninguno en la otra. Las migas de este lado, el queso de aquel.",
    category: "Cocina",
  },
  "stoneware-mixing-bowl": {
    name: "Cuenco de gres",
    tagline: "Pesa lo bastante para quedarse quieto mientras trabajas.",
    description:
      "Torneado, no colado, así que la pared es gruesa en el pie y fina en el labio, por donde se vierte. Verde hoja por fuera, esmalte desnudo por dentro: se ve si la masa se ha despegado limpia.\n\nTres litros. Va al horno, al lavavajillas y, boca abajo, sobre una hogaza. Pesa 2,2 kg y no persigue a las varillas por la mesa.",
    category: "Cocina",
  },
  "linen-cloths": {
    name: "Paños de lino, juego de tres",
    tagline: "Tiesos un mes, suaves veinte años.",
    description:
      "Lino semiblanqueado con una raya cobalto, tejido en una fábrica a la que le quedan dos telares y ninguna gana de un tercero. El lino nuevo apenas bebe. Después de diez lavados seca una copa de vino de una pasada y no deja pelusa.\n\nTres paños de 50 por 70 cm, cada uno con una presilla en la esquina y otra en mitad del lado largo, porque la gente no se pone de acuerdo. Lávalos tan caliente como quieras.",
    category: "Cocina",
  },
  "balanced-task-lamp": {
    name: "Lámpara de trabajo equilibrada",
    tagline: "Se queda donde la pones. Sin muelles, solo peso.",
    description:
      "Dos brazos, dos articulaciones de latón y un pie de fundición que pesa más que todo lo demás junto. No hay nada que apretar, porque nada puede resbalar: cada articulación está torneada para llevar exactamente lo que cuelga de ella.\n\nAdmite cualquier bombilla E27 y trae una de luz cálida. El cable son dos metros de algodón trenzado con un interruptor que el pulgar encuentra a oscuras. Alcance de 62 cm.",
    category: "Escritorio",
  },
  "long-scissors": {
    name: "Tijeras largas",
    tagline: "Unas para el papel, otras para el cordel. Estas son las dos.",
    description:
      "Hojas forjadas en caliente, de 21 cm, unidas por un tornillo y no por un remache, para que puedas abrirlas, limpiarlas y cerrarlas con la firmeza exacta que te guste. El corte empieza en el talón y acaba en la misma punta.\n\nLos mangos están bañados, no moldeados, y son grandes para que quepa una mano con guante. Las de zurdos se hacen los jueves: dínoslo, el precio es el mismo.",
    category: "Escritorio",
  },
  "lay-flat-notebook": {
    name: "Cuaderno de apertura plana",
    tagline: "Se abre como una mesa, no como una trampa.",
    description:
      "Cosido en pliegos de dieciséis y encolado con algo que se mantiene blando, para que cada doble página quede plana, también la primera. 192 páginas de papel de 100 g: la pluma no traspasa y el lápiz no se corre.\n\nRayado a la izquierda, en blanco a la derecha. Las líneas son para lo que se dijo; la página vacía, para lo que tú haces con ello. 148 por 210 mm, con cinta y páginas numeradas.",
    category: "Escritorio",
  },
  "cast-iron-tape-dispenser": {
    name: "Portarrollos de hierro fundido",
    tagline: "Tira con una mano. No se vendrá contigo.",
    description:
      "1,4 kg de hierro fundido sobre una base de corcho. El peso es toda la idea: cortas con una mano mientras la otra mantiene cerrado el paquete. La cuchilla es de acero inoxidable, tiene once dientes y puede darse la vuelta cuando un lado se cansa.\n\nAdmite rollos de hasta 25 mm de ancho con los dos tamaños de núcleo. La plaquita del lateral está en blanco. Grabamos hasta doce letras; casi todos eligen su nombre, alguien eligió «tuyo no».",
    category: "Escritorio",
  },
  "dustpan-and-brush": {
    name: "Recogedor y cepillo",
    tagline: "Lo bastante buenos para dejarlos colgados a la vista.",
    description:
      "El labio del recogedor está laminado más fino que los lados, y cede, así que la última línea gris de polvo entra con el resto. El cepillo es de crin en haya encerada; recoge la harina, que el nailon solo cambia de sitio.\n\nLos dos tienen un agujero para un clavo. El clavo lo enviamos nosotros. Recogedor de 24 cm de ancho, acero pintado al polvo; cepillo de 31 cm de largo.",
    category: "Casa",
  },
  "sill-watering-can": {
    name: "Regadera de alféizar",
    tagline: "Una roseta fina para los brotes y un pico largo para la última fila.",
    description:
      "Hecha para los alféizares: estrecha de cuerpo, larga de pico y equilibrada para que, llena, se incline con dos dedos. La roseta es de latón, tiene noventa agujeros y se desenrosca. Hacia arriba da lluvia; hacia abajo, un chorro.\n\n1,6 litros, galvanizada antes de pintarla, así que un arañazo se queda en arañazo. No gotea después de verter. Probamos once que sí.",
    category: "Casa",
  },
  "moka-pot-for-two": {
    name: "Cafetera moka para dos",
    tagline: "Ocho lados, una válvula y un asa que no quema.",
    description:
      "La cafetera de nuestra propia cocina. La moka de siempre quema el café en los últimos diez segundos, porque el embudo se queda seco mientras la base aún está llena de vapor. Este acaba dos milímetros más abajo, y la diferencia es una taza sin el filo amargo.\n\nAluminio fundido, para gas y placas eléctricas; en la caja va un disco de inducción. Recibimos 120 al año de una fundición que el resto del tiempo hace válvulas para barcos.",
    category: "Cocina",
  },
  "mending-tin": {
    name: "Caja de remiendos",
    tagline: "Todo lo que hay entre un botón perdido y un abrigo nuevo.",
    description:
      "Una caja esmaltada con una tapa honda que se convierte en bandeja. Dentro: doce agujas de cuatro tamaños, tres bobinas de hilo encerado en colores que combinan con más de lo que deberían, un dedal, un huevo de zurcir, ocho botones de cuerno y unas tijeritas muy buenas.\n\nBajo la bandeja hay una hoja doblada con seis arreglos, dibujados paso a paso. El cuarto salva jerséis.",
    category: "Casa",
  },
  "platform-clock": {
    name: "Reloj de andén",
    tagline: "Se lee desde el otro extremo de cualquier habitación que tengas.",
    description:
      "La esfera es de esmalte vítreo sobre cobre, horneada en cuatro capas, como en un andén de hace cien años; no amarillea. Las agujas son anchas porque se mira un reloj para saber, no para admirar.\n\nMecanismo continuo y silencioso, una pila AA al año, 30 cm de diámetro. Cada uno va numerado por detrás y se prueba tres semanas en nuestra pared. Si en ese tiempo adelanta más de un segundo, se queda con nosotros.",
    category: "Casa",
  },
  "storm-lantern": {
    name: "Farol de tormenta",
    tagline: "Veinte horas por carga, con cualquier tiempo en el que tú aguantarías fuera.",
    description:
      "Un farol de tiro frío: el aire llega a la llama por los tubos laterales y nunca de frente, así que el viento la aviva en lugar de matarla. El globo es de borosilicato y se levanta con una sola palanca, incluso con manoplas.\n\nQuema aceite para lámparas o de colza con una mecha plana que se compra en cualquier parte. Esmaltado en rojo, porque los faroles se quedan olvidados en el césped. 27 cm hasta lo alto del asa.",
    category: "Casa",
  },
};
