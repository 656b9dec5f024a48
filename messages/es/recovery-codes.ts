import type en from "@/messages/en/recovery-codes";
import type { Same } from "@/messages/en/same";

export default {
  title: "Códigos de recuperación",
  lead: "Diez códigos en papel, para el día en que no puedas leer nuestros correos ni tengas a mano una llave de acceso.",
  none: "No tienes códigos de recuperación.",
  left: "{left, plural, one {Te queda #} other {Te quedan #}} de {count, number} códigos, creados el {at}.",
  about:
    "Cada código te deja entrar una vez, o confirma un cambio, como otra dirección de correo. Los mostramos una vez y no guardamos copia.",
  oldOnesVoid: "Los nuevos anulan los anteriores.",
  make: "Crear códigos",
  makeNew: "Crear códigos nuevos",
  shown: {
    over: "Tus códigos de recuperación se mostraron una vez.",
    toAccount: "Ir a tu cuenta",
    keepTitle: "Guárdalos ahora",
    keep: "Mostramos estos códigos una sola vez y no guardamos copia. Los códigos de recuperación anteriores ya no sirven.",
    title: "Tus diez códigos de recuperación",
    use: "Cada uno sirve una vez: para iniciar sesión en {path} con tu dirección de correo, o para confirmar un cambio. Guárdalos donde nadie los encuentre junto a tu dirección, en papel o en un gestor de contraseñas.",
    download: "Descargar como archivo de texto",
    print: "Imprimir",
    copy: "Copiar",
    copied: "Copiado. Vacía el portapapeles cuando los hayas pegado.",
    notCopied: "Tu navegador no nos ha dejado copiar. Selecciona los códigos y cópialos tú.",
    done: "Los he guardado: volver a tu cuenta",
  },
  file: {
    title: "Códigos de recuperación de tu cuenta de {shop} ({domain})",
    saved: "Guardados el {at}",
    use: "Cada uno sirve una vez, en {url}, con tu dirección de correo. Los códigos nuevos anulan estos.",
  },
  proof: {
    title: "Confirmar con un código de recuperación",
    act: "Lo que confirmas: {act}.",
    nothing: "No hay nada que confirmar.",
    noneLeft: {
      title: "No te queda ningún código de recuperación",
      advice:
        "Confirma con una llave de acceso o, si no has desactivado los códigos, con un código del correo. Si no tienes ni lo uno ni lo otro, escribe a la tienda.",
    },
    back: "Volver",
    confirm: "Confirmar",
    checking: "Comprobando…",
  },
} satisfies Same<typeof en>;
