import type * as en from "@/messages/en/mailed-links";
import type { Same } from "@/messages/en/same";

export const mailedLinks = {
  ifPressed: "Si pulsas el botón:",
  ifLeft: "Si sales de esta página, nada cambia. Aquí no has iniciado sesión.",
  leave: "He sido yo, dejarlo así",
  logIn: "Iniciar sesión",
  deadTitle: "Este enlace ya no sirve",
  toWindow: "Ir a la tienda",
} satisfies Same<typeof en.mailedLinks>;

export const notMe = {
  metaTitle: "No he sido yo",
  submit: "No he sido yo",
  ending: "Terminando…",
  slowing: "Durante una hora, ningún navegador nuevo puede pedir desde la misma red un código para tu dirección.",
  passkeysStay:
    "Si los códigos de tu cuenta llevan una semana desactivados, se quedan las llaves de acceso de más de una semana.",
  passkeyKept:
    "Los códigos de tu cuenta están desactivados y esta llave de acceso tiene más de una semana, así que ningún correo puede quitarla. Si no es tuya, inicia sesión con tu propia llave o con un código de recuperación, y quítala allí.",
  deadLead: "No se ha cambiado nada. Abre otra vez el enlace del correo, o cópialo entero en la barra de direcciones.",
  deadAdvice:
    "Sin un código que te hayamos enviado, una de tus llaves de acceso o uno de tus códigos de recuperación, nadie entra en tu cuenta.",
  topics: {
    challenge: {
      title: "Alguien ha pedido un código",
      lead: "Ha escrito aquí tu dirección de correo. Sin un código que te hayamos enviado no entra nadie.",
      terms: { device: "Pedido desde", at: "Cuándo" },
      consequences: {
        codesEnd:
          "El código deja de funcionar, y también cualquier otro que te hayamos enviado con menos de diez minutos de diferencia.",
        loginsEnd:
          "Se cierra la sesión de quien la haya iniciado con uno de esos códigos. Si fuiste tú, vuelve a iniciarla.",
        browserUnknown:
          "El navegador que lo pidió deja de ser un dispositivo de confianza. Si tiene una sesión iniciada en tu cuenta, se cierra.",
        passkeysGo:
          "Si con esa sesión se añadió una llave de acceso, se quita junto con las que vinieron después, y se cierra tu sesión en todas partes.",
        phoneUnverified: "Si con esa sesión se pudo verificar un número de teléfono, deja de contar como verificado.",
      },
      endedTitle: "Solicitud cancelada",
      ended: "El código ya no funciona, y se han cerrado las sesiones iniciadas con él.",
      advice: "No tienes que hacer nada más. Si quieres iniciar sesión tú, pide un código nuevo.",
    },
    "step-up": {
      title: "Alguien con la sesión iniciada ha pedido un código",
      lead: "Alguien que ha iniciado sesión en tu cuenta ha pedido confirmar una acción delicada, como cerrar la sesión en todas partes.",
      terms: { device: "Pedido desde", at: "Cuándo" },
      consequences: {
        codesEnd:
          "El código deja de funcionar, y también cualquier otro que te hayamos enviado con menos de diez minutos de diferencia.",
        browserOut: "Se cierra la sesión del navegador que lo pidió, y lo que confirmó con el código ya no cuenta.",
        browserUnknown: "Deja de ser un dispositivo de confianza.",
        passkeysGo:
          "Si desde entonces añadió una llave de acceso, se quita junto con las que vinieron después, y se cierra tu sesión en todas partes.",
        phoneUnverified: "Si pudo verificar un número de teléfono, deja de contar como verificado.",
      },
      endedTitle: "Solicitud cancelada",
      ended: "El código ya no funciona, y la sesión que lo pidió ha terminado.",
      advice:
        "Quien fuera había iniciado sesión con un código de tu buzón o de tu teléfono, con uno de tus dispositivos o con tu navegador. Si no le has dado un código a nadie, cambia la contraseña de tu cuenta de correo.",
    },
    "new-address": {
      title: "Alguien ha escrito tu dirección para una cuenta",
      lead: "Alguien que ha iniciado sesión en una cuenta de aquí ha pedido que esta sea su dirección de correo. Sin el código de tu buzón, eso no ocurre.",
      terms: { device: "Pedido desde", at: "Cuándo" },
      consequences: {
        codesEnd:
          "El código deja de funcionar, y también cualquier otro que te hayamos enviado con menos de diez minutos de diferencia.",
      },
      endedTitle: "Solicitud cancelada",
      ended: "El código ya no funciona.",
      advice:
        "No tienes que hacer nada más. Si el código ya se había introducido, te enviamos un segundo correo. Su enlace separa la cuenta de tu dirección.",
    },
    phone: {
      title: "Se ha cambiado el número de teléfono de tu cuenta",
      lead: "Alguien que ha iniciado sesión en tu cuenta le ha puesto un número de teléfono, y lo ha confirmado con un código enviado a ese número.",
      terms: { device: "Cambiado desde", at: "Cuándo" },
      consequences: {
        browserOut: "Se cierra la sesión del navegador que lo hizo, y deja de ser un dispositivo de confianza.",
        phoneUnverified:
          "Si tu cuenta todavía tiene ese número, deja de contar como verificado, y se cierra la sesión de quien la haya iniciado con él.",
        passkeysGo:
          "Si ese navegador añadió desde entonces una llave de acceso, se quita junto con las que vinieron después, y se cierra tu sesión en todas partes.",
      },
      endedTitle: "Ese número ya no está verificado",
      ended: "La sesión que lo cambió ha terminado.",
      advice:
        "Inicia sesión y pon tu propio número. Quien fuera tenía un código de tu buzón, uno de tus dispositivos, una llave de acceso o tus códigos de recuperación. Si no le has dado un código a nadie, cambia la contraseña de tu cuenta de correo.",
    },
    login: {
      title: "Alguien ha iniciado sesión como si fueras tú",
      lead: "Te hemos avisado por un navegador nuevo, unos códigos incorrectos antes del inicio de sesión, una llave de acceso, unos códigos de recuperación o un cambio en tu perfil.",
      terms: { device: "Navegador", at: "Inicio de sesión" },
      consequences: {
        browserOut: "Se cierra enseguida la sesión de ese navegador.",
        browserUnknown: "Deja de ser un dispositivo de confianza.",
        codesVoid:
          "Si allí se crearon o se usaron códigos de recuperación, dejan de servir todos los tuyos, y se cierra tu sesión en todas partes.",
        passkeysGo:
          "Si inició sesión con una llave de acceso o añadió una, esa llave se quita, junto con las que vinieran después de la añadida, y se cierra tu sesión en todas partes.",
        phoneUnverified:
          "Si pudo verificar un número de teléfono, deja de contar como verificado, y se cierra la sesión de quien la haya iniciado con él.",
      },
      endedTitle: "Sesión cerrada",
      ended: "Ese navegador ya no tiene la sesión iniciada en tu cuenta.",
      advice:
        "Quien fuera tenía un código de tu buzón o de tu teléfono, uno de tus dispositivos o tus códigos de recuperación. Si no le has dado un código a nadie, cambia la contraseña de tu cuenta de correo. Revisa tus llaves de acceso: quita las de dispositivos que ya no tengas. Si tus códigos de recuperación ya no sirven, crea otros.",
    },
    passkey: {
      title: "Se ha añadido una llave de acceso a tu cuenta",
      lead: "Quien la tenga puede iniciar sesión en tu cuenta sin código.",
      terms: { device: "Añadida desde", at: "Cuándo" },
      consequences: {
        passkeysGo: "Se quita esa llave de acceso, y también todas las que se añadieron después.",
        everybodyOut: "Se cierran todas las sesiones de tu cuenta, también la tuya. Después vuelve a iniciar sesión.",
        browsersUnknown: "Ningún navegador es un dispositivo de confianza hasta que vuelva a iniciar sesión.",
      },
      endedTitle: "Llave de acceso quitada",
      ended: "Ya no sirve.",
      advice:
        "Quien fuera tenía un código de tu buzón, una llave de acceso o tus códigos de recuperación. Si no se los has dado a nadie, cambia la contraseña de tu cuenta de correo. Después inicia sesión, revisa tus llaves de acceso, y cierra la sesión en todas partes si ves una que no conoces.",
    },
  },
} satisfies Same<typeof en.notMe>;

export const undoEmail = {
  metaTitle: "Deshacer el cambio de tu correo",
  title: "¿Deshacer el cambio de la dirección de correo?",
  lead: "El {at}, una cuenta pasó a tener otra dirección de correo. Puedes deshacerlo hasta el {until}.",
  addressReturns: "La cuenta recupera la dirección anterior, aunque se haya cambiado algo desde entonces.",
  everybodyOut:
    "Se cierran todas las sesiones, y ningún navegador es un dispositivo de confianza hasta que vuelva a iniciar sesión.",
  passkeysGo:
    "Se quitan las llaves de acceso añadidas desde entonces o en la semana anterior. Un número de teléfono verificado en ese tiempo deja de estar verificado.",
  codesVoid: "Si en ese tiempo se crearon o se usaron códigos de recuperación, todos dejan de servir.",
  deletionStops: "Si desde entonces alguien pidió eliminar la cuenta, se conserva.",
  weTell: "Avisamos a las dos direcciones.",
  undo: "Deshacer el cambio",
  undoing: "Deshaciendo…",
  undoneTitle: "El cambio está deshecho",
  undone: "La cuenta ha recuperado la dirección anterior.",
  undoneAdvice:
    "Se han cerrado todas las sesiones. Inicia sesión con esa dirección, revisa tus llaves de acceso y tu número de teléfono, y quita lo que no conozcas.",
  deadLead:
    "No se ha cambiado nada. Copia el enlace entero del correo en la barra de direcciones, y mira si ha llegado un correo más reciente sobre esto.",
  deadAdvice:
    "El cambio de una dirección de correo se puede deshacer durante siete días. Si ha pasado más tiempo y no fuiste tú, escribe a la tienda.",
} satisfies Same<typeof en.undoEmail>;

export const undoDeletion = {
  metaTitle: "Conserva tu cuenta",
  title: "¿Conservar tu cuenta?",
  lead: "Pediste que se eliminara. El {dueAt}, o en el día siguiente, desaparece para siempre. Hasta entonces nadie puede iniciar sesión en ella.",
  leave: "Dejar que se elimine",
  detailsStay: "Tu cuenta no se elimina. Tus datos y tus llaves de acceso quedan como estaban.",
  logInAgain: "Para usarla, vuelve a iniciar sesión con un código o una llave de acceso.",
  staysClosed: "Sigues sin poder iniciar sesión en ella: la tienda la ha cerrado.",
  weTell: "Te lo contamos por correo electrónico.",
  keep: "Conservar mi cuenta",
  keeping: "Conservando…",
  keptTitle: "Cuenta conservada",
  kept: "No se eliminará. Inicia sesión como siempre.",
  keptClosed: "No se eliminará.",
  keptAdvice:
    "Tus llaves de acceso siguen funcionando. Si no pediste tú la eliminación, revísalas primero y quita las que no conozcas.",
  deadLead:
    "No se ha cambiado nada. Abre el enlace del correo más reciente sobre esto, o cópialo entero en la barra de direcciones.",
  deadAdvice: "Una cuenta eliminada no se puede recuperar. Puedes crear una nueva con el mismo correo electrónico.",
} satisfies Same<typeof en.undoDeletion>;

export const stopRecovery = {
  metaTitle: "Conserva tu dirección",
  title: "¿Has perdido tu cuenta?",
  lead: "Alguien le ha dicho a la tienda que sí, y ha pedido otra dirección. Después del {dueAt}, la tienda puede dársela.",
  addressStays: "Tu cuenta conserva su dirección. No cambia nada más, y no se cierra la sesión de nadie.",
  shopSees: "La tienda ve que lo has detenido.",
  stop: "Detenerlo",
  stopping: "Deteniendo…",
  stoppedTitle: "Tu cuenta conserva su dirección",
  stopped: "La solicitud está detenida. No se ha cambiado nada.",
  deadLead:
    "No se ha cambiado nada. Abre el enlace del correo más reciente sobre esto, o cópialo entero en la barra de direcciones.",
  deadAdvice: "Si tu cuenta tiene ahora una dirección que no es tuya, escribe a la tienda enseguida.",
} satisfies Same<typeof en.stopRecovery>;
