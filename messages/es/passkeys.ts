import type * as en from "@/messages/en/passkeys";
import type { Same } from "@/messages/en/same";

export const passkeys = {
  title: "Llaves de acceso",
  lead: "Inicia sesión con tu huella, tu cara o el PIN de tu dispositivo en lugar de un código. Ninguna tienda falsa puede usar una llave de acceso.",
  none: "Todavía no tienes ninguna llave de acceso.",
  add: "Añadir una llave de acceso",
  needsScript:
    "Tu navegador necesita JavaScript para crear una llave de acceso. Actívalo y vuelve a cargar esta página.",
  onlyAddingNeedsScript:
    "Añadir una llave de acceso necesita JavaScript. Todo lo demás de esta página funciona sin él.",
  noneWorks: {
    title: "No tienes ninguna llave de acceso que funcione",
    advice:
      "El personal confirma cada llave de acceso nueva con otra que ya tiene, así que no basta con acceder a tu buzón. Pide a otro administrador que restablezca tus llaves de acceso. Si no hay ninguno, ejecuta <command>npm run create-admin</command> en el servidor.",
  },
  form: {
    name: "Nombre de la llave de acceso",
    hint: "Para que la reconozcas en esta lista.",
    add: "Añadir una llave de acceso",
    adding: "Esperando a tu dispositivo…",
  },
  item: {
    unnamed: "Llave de acceso",
    synced: "Sincronizada",
    oneDevice: "En un solo dispositivo",
    added: "Añadida el {at}.",
    addedFrom: "Añadida el {at} en {device}.",
    used: "Usada por última vez el {used}.",
    neverUsed: "Aún sin usar.",
    copied:
      "Puede que alguien haya clonado esta llave de acceso, así que ya no funciona. Quítala y añade otra en un dispositivo en el que confíes.",
    rename: "Cambiar el nombre<hidden> de {name}</hidden>",
    newName: "Nombre nuevo",
    save: "Guardar",
    saving: "Guardando…",
    remove: "Quitar<hidden> {name}</hidden>",
  },
  passkeysOnly: {
    title: "Solo llaves de acceso",
    what: "Desactiva los códigos que enviamos por correo y teléfono. Así, tener acceso a tu buzón o a tu teléfono no basta para entrar ni para confirmar un cambio.",
    lost: "Si pierdes todas tus llaves de acceso, puedes entrar con un código de recuperación. Sin él solo puede ayudarte nuestro personal, y eso tarda al menos tres días.",
    firstWeek:
      "Durante la primera semana, «No he sido yo» en un correo todavía puede quitar tus llaves de acceso. Cuando no te funcione ninguna, los códigos se vuelven a activar.",
    sessions: "Las sesiones abiertas siguen abiertas. <link>Revísalas antes</link>.",
    noCodes: {
      title: "No tienes códigos de recuperación",
      advice: "Créalos antes, para poder entrar aunque pierdas tus llaves de acceso.",
      make: "Crear códigos de recuperación",
    },
    switchOff: "Desactivar los códigos",
    since:
      "Los códigos por correo y teléfono están desactivados desde el {at}. Inicias sesión con una llave de acceso o con un código de recuperación.",
    switchOn: "Volver a activar los códigos",
  },
  codesOffer: {
    title: "Si pierdes este dispositivo",
    what: "Puedes seguir entrando con un código por correo. Los códigos de recuperación en papel ayudan también si pierdes el acceso a tu correo.",
    make: "Crear códigos de recuperación",
  },
} satisfies Same<typeof en.passkeys>;

export const passkeyOffer = {
  label: "Llave de acceso",
  title: "¿Sin código la próxima vez?",
  lead: "Con una llave de acceso inicias sesión con tu huella, tu cara o el PIN de este dispositivo.",
  add: "Añadir una llave de acceso",
  decline: "Ahora no",
} satisfies Same<typeof en.passkeyOffer>;

export const recoveryCodes = {
  title: "Códigos de recuperación",
  lead: "Diez códigos para imprimir o guardar, por si pierdes tus llaves de acceso y el acceso a tu correo.",
  none: "No tienes códigos de recuperación.",
  left: "{left, plural, one {Te queda #} other {Te quedan #}} de {count, number} códigos, creados el {at}.",
  about:
    "Cada código te deja entrar una vez, o confirma un cambio, como otra dirección de correo. Los mostramos una vez y no guardamos copia.",
  outdated:
    "Desde entonces la tienda ha cambiado sus claves. Crea códigos nuevos: estos pueden dejar de servir pronto.",
  oldOnesVoid: "Los códigos nuevos sustituyen a los anteriores, que dejan de servir.",
  make: "Crear códigos",
  makeNew: "Crear códigos nuevos",
  shown: {
    over: "Ya hemos mostrado tus códigos de recuperación.",
    toAccount: "Ir a tu cuenta",
    keepTitle: "Guárdalos ahora",
    keep: "Mostramos estos códigos una sola vez y no guardamos copia. Los códigos de recuperación anteriores ya no sirven.",
    title: "Tus diez códigos de recuperación",
    use: "Cada uno sirve una vez: para iniciar sesión en {path} con tu dirección de correo, o para confirmar un cambio. Guárdalos en papel o en un gestor de contraseñas, separados de tu dirección de correo.",
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
    use: "Cada uno sirve una vez, en {url}, con tu dirección de correo. Si creas códigos nuevos, estos dejan de servir.",
  },
  confirm: {
    title: "Confirmar con un código de recuperación",
    action: "Estás confirmando: {action}.",
    nothing: "No hay nada que confirmar.",
    noneLeft: {
      title: "No te queda ningún código de recuperación",
      advice:
        "Confirma con una llave de acceso. Si los códigos están activados, también puedes usar un código por correo. Si no tienes ni lo uno ni lo otro, escribe a la tienda.",
    },
    back: "Volver",
    confirm: "Confirmar",
    checking: "Comprobando…",
  },
} satisfies Same<typeof en.recoveryCodes>;
