import type en from "@/messages/en/blue-line";
import type { Same } from "@/messages/en/same";

export default {
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
    "Por eso el borde recibe una segunda capa, solo para él. En la fábrica que hace nuestras teteras se dedican a esto tres personas, y la que lleva más tiempo se sienta al fondo de la nave, donde están las ventanas, ante un torno que mueve con el pie. Se llama Irena. Apoya un pincel plano, cargado de papilla de cobalto, en el borde que gira, y deja que la pieza se pinte sola. Una taza lleva una vuelta. Una tetera lleva dos, porque el pico interrumpe. Nadie mide. La línea tiene tres milímetros donde el pincel va lleno y dos donde está casi vacío, y hay un punto, si lo buscas, donde el final del trazo pasa por encima de su propio comienzo, apenas el ancho de una cerilla.",
  machine:
    "Nos han ofrecido una máquina, más de una vez. Rocía el borde a través de una plantilla, cuarenta por minuto en lugar de cuatro, y perfectamente recto. La fábrica la probó una temporada. Una línea rociada es fina, porque así tiene que ser, y las devoluciones aumentaron. El pincel deja más vidrio del que parece pulcro. El desorden, resultó, era el que hacía el trabajo.",
  cobalt:
    "¿Y por qué azul? Porque el cobalto tiene paciencia. El cobre se ennegrece si el fuego se alarga, y el hierro se vuelve pardo. El cobalto sigue siendo azul. Fue el color práctico durante un siglo antes de ser el encantador, y por eso son azules los números de las casas, y las palanganas de los hospitales, y el letrero sobre nuestra puerta.",
  returns:
    "Antes devolvíamos teteras. Una línea que caía cuesta abajo, una línea con un goterón, una línea en la que el pincel había sido claramente interrumpido por el chiste de alguien. Luego miramos las de nuestra propia cocina, tres años después. Los goterones estaban bien. Eran las elegantes las que se habían oxidado por el labio.",
  signature:
    "Cuando llegue la tuya, gírala hasta encontrar el solape. Ahí es donde ella levantó el pincel. Es la parte más fuerte del borde, y la única firma en todo lo que vendemos.",
  pullQuote: "El desorden era el que hacía el trabajo.",
  overlapCaption: "El mismo borde desde arriba. El trazo empieza y acaba donde señala la marca.",
} satisfies Same<typeof en>;
