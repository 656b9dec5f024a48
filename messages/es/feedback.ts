import type * as en from "@/messages/en/feedback";
import type { Same } from "@/messages/en/same";

export const feedback = {
  LOGIN_REQUIRED: "Inicia sesión para continuar.",
  FOREIGN_ORIGIN:
    "Este formulario venía de otro sitio, así que no se ha hecho nada. Abre la tienda e inténtalo de nuevo.",
  LOGGED_OUT: "Has cerrado la sesión.",
  LOGGED_OUT_EVERYWHERE: "Has cerrado la sesión aquí y en todos tus demás dispositivos.",
  CHALLENGE_ENDED: "Ese código ha caducado. Escribe tu correo y te enviaremos uno nuevo.",
  CODE_EXPIRED: "Un código sirve durante 10 minutos. El tuyo ha caducado, pero podemos enviarte uno nuevo.",
  CODE_TRIES_SPENT:
    "Era el quinto código incorrecto, así que esta solicitud está cerrada. Podemos enviarte un código nuevo.",
  STEP_UP_ENDED:
    "Ese código ya no sirve, así que no se ha hecho nada. Vuelve a pulsar el botón y te enviaremos uno nuevo.",
  CHANGE_CODE_ENDED:
    "Ese código ya no sirve, así que no se ha cambiado nada. Confirma otra vez que eres tú. Hemos guardado lo que escribiste.",
  REAUTHENTICATION_ENDED:
    "Confirmaste hace más de cinco minutos, así que no se ha hecho nada. Confirma otra vez que eres tú e inténtalo de nuevo.",
  CHALLENGE_FINISHED: "Ese código ya se ha usado. Si no has iniciado sesión, pide un código nuevo.",
  CODE_REJECTED:
    "Ese código es incorrecto o ha caducado. Mira el mensaje más reciente o pide que te enviemos un código nuevo.",
  CODE_REPLACED:
    "Otra solicitud ha dejado sin validez tu código. Te hemos enviado uno nuevo: escribe el del mensaje más reciente.",
  CODE_VOID: "Otra solicitud ha dejado sin validez tu código. Pide uno nuevo y escribe ese.",
  CODE_MALFORMED: "El código tiene 6 dígitos. Está en el mensaje que te enviamos.",
  TOO_MANY_ATTEMPTS:
    "Era el quinto código incorrecto, así que esta solicitud está cerrada. Empieza de nuevo para recibir otro.",
  PROVIDER_UNAVAILABLE:
    "No hemos podido comprobar tu código en este momento. Sigue siendo válido: inténtalo de nuevo dentro de un momento.",
  PROVIDER_SILENT:
    "No hemos podido comprobar tu código en este momento. Inténtalo de nuevo. Si no funciona, pide un código nuevo.",
  CODES_LATE:
    "Ahora mismo los códigos llegan con retraso. Estamos en ello. Espera un minuto y después pide un código nuevo.",
  MAIL_REFUSED:
    "El servidor de correo de esta dirección ha rechazado nuestro mensaje. Comprueba la dirección o usa otra.",
  PHONE_CODE_REJECTED:
    "Ese código es incorrecto o ha caducado. Mira el mensaje más reciente o pide que te enviemos un código nuevo.",
  PHONE_CODE_MALFORMED: "El código tiene 6 dígitos. Está en el mensaje que enviamos a tu teléfono.",
  PHONE_REFUSED:
    "No podemos enviar un SMS a este número. Vuelve atrás y usa otro, o sigue sin él: seguirás recibiendo códigos por correo.",
  PHONE_CODE_SENT_AGAIN: "Estamos enviando el código otra vez. El mensaje anterior también sirve.",
  CODE_SENT_AGAIN: "Estamos enviando el código otra vez. El correo anterior también sirve.",
  CODE_BY_TEXT:
    "Si tu cuenta tiene un número de teléfono verificado, le estamos enviando un código por SMS. El código del correo también sirve.",
  CODE_BY_WHATSAPP:
    "Si tu cuenta tiene un número de teléfono verificado, le estamos enviando un código por WhatsApp. El código del correo también sirve.",
  CODE_BY_CALL:
    "Si tu cuenta tiene un número de teléfono verificado, lo estamos llamando para darte un código. El código del correo también sirve.",
  RESEND_TOO_EARLY: "Espera un poco antes de pedir otro mensaje.",
  USERNAME_TAKEN: "Este nombre de usuario ya está en uso. Elige otro.",
  PHONE_TAKEN: "Este número de teléfono pertenece a otra cuenta. Usa otro número.",
  USERNAME_UNCHANGED: "Ese ya es tu nombre de usuario.",
  USERNAME_CHANGES_SPENT:
    "Has cambiado tu nombre de usuario dos veces en treinta días, que es el límite. Inténtalo más adelante.",
  USERNAME_CHANGED: "Tu nombre de usuario ha cambiado. Otros ya pueden usar el anterior.",
  EMAIL_UNCHANGED: "Esa ya es tu dirección de correo.",
  MAIL_DOWN:
    "La tienda no puede enviar correos en este momento, y hay que avisar del cambio a tu dirección anterior. No se ha cambiado nada. Inténtalo de nuevo dentro de unos minutos.",
  EMAIL_TAKEN: "Esta dirección pertenece a otra cuenta, así que no se ha cambiado nada. Usa otra dirección.",
  OLD_EMAIL_REFUSED:
    "Tu correo no se ha cambiado. Antes hay que avisar a tu dirección actual, y no acepta nuestros mensajes. Escribe a la tienda.",
  EMAIL_KEPT:
    "Esta dirección era de otra cuenta hasta hace unos días y está reservada para ella. Usa otra dirección o inténtalo dentro de una semana.",
  EMAIL_CHANGED:
    "Tu dirección de correo ha cambiado y hemos avisado a ambas direcciones. Otras sesiones, llaves de acceso, códigos de recuperación y tu teléfono todavía dan acceso a tu cuenta.",
  EMAIL_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes escribir tu nueva dirección.",
  PROFILE_STEP_UP_NEEDED:
    "No se ha cambiado nada. Confirma antes con una llave de acceso: tu navegador necesita JavaScript para pedirla.",
  PHONE_UNCHANGED: "Ese ya es tu número de teléfono, y está verificado.",
  PHONE_UNREACHED: "No podemos enviar un SMS a este número, así que no se puede verificar. Se queda como está.",
  PHONE_SAVED:
    "Tu número de teléfono ha cambiado. No podemos enviar un SMS a este número, así que queda sin verificar.",
  PHONE_CHANGED: "Tu número de teléfono está verificado.",
  PHONE_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes escribir tu número de teléfono.",
  ACCOUNT_DISABLED: "Esta cuenta está cerrada. Si crees que es un error, escribe a la tienda.",
  SHOP_UNAVAILABLE:
    "La tienda no puede acceder a sus datos en este momento. No se ha cambiado nada. Inténtalo de nuevo dentro de un minuto.",
  STEP_UP_DONE: "Confirmado. Vuelve a pulsar el botón en los próximos cinco minutos.",
  SESSION_ENDED: "Sesión cerrada. Ese dispositivo ya no tiene acceso.",
  SESSION_GONE: "Esa sesión ya estaba cerrada.",
  OTHER_SESSIONS_ENDED: "Has cerrado la sesión en todas partes menos aquí.",
  PASSKEY_REFUSED: "No se ha aceptado esta llave de acceso. Inténtalo de nuevo o inicia sesión con un código.",
  PASSKEY_NOT_ASKED:
    "Tu navegador no ha entregado ninguna llave de acceso. Inténtalo de nuevo o inicia sesión con un código.",
  PASSKEYS_UNSUPPORTED: "Este navegador no admite llaves de acceso. Inicia sesión con un código o usa otro navegador.",
  PASSKEY_STEP_UP_REFUSED:
    "No se ha aceptado esta llave de acceso, así que no se ha hecho nada. Usa una de las tuyas e inténtalo de nuevo.",
  PASSKEY_STEP_UP_NEEDED:
    "No se ha cambiado nada. Confirma antes con una llave de acceso: tu navegador necesita JavaScript para pedirla.",
  PASSKEY_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes añadir una llave de acceso.",
  PASSKEY_REMOVAL_CONFIRMED:
    "Confirmado. Durante los próximos cinco minutos puedes quitar una llave de acceso pulsando una sola vez.",
  PASSKEY_ADDED: "Tu llave de acceso está añadida. Desde ahora puedes iniciar sesión con ella.",
  PASSKEY_REMOVED:
    "Llave de acceso quitada. Ya no sirve. Las sesiones abiertas siguen abiertas: si no tienes su dispositivo, cierra la sesión en todas partes.",
  PASSKEY_RENAMED: "Has cambiado el nombre de la llave de acceso.",
  LAST_PASSKEY:
    "No se ha quitado nada. Es tu única llave de acceso que funciona, y los códigos están desactivados. Activa antes los códigos y quítala después.",
  CODES_OFF:
    "Los códigos están desactivados. A partir de ahora inicias sesión con una llave de acceso o con un código de recuperación.",
  CODES_ON: "Los códigos están activados. Puedes volver a iniciar sesión con un código por correo.",
  PASSKEY_NAME_INVALID: "Escribe un nombre para la llave de acceso. Usa de 1 a 60 caracteres.",
  PASSKEY_NOT_MADE: "No se ha añadido ninguna llave de acceso. Inténtalo de nuevo y haz lo que pida tu navegador.",
  PASSKEY_LEFT_ON_DEVICE:
    "Tu dispositivo creó una llave de acceso, pero no se ha podido contactar con la tienda. Vuelve a cargar esta página. Si la llave no está en la lista, elimínala de tu dispositivo y añade otra.",
  PASSKEY_KNOWN: "Este dispositivo ya tiene una llave de acceso para tu cuenta.",
  TOO_MANY_PASSKEYS: "Tienes veinte llaves de acceso, que es el máximo. Quita una antes.",
  RECOVERY_REFUSED:
    "Este correo y este código de recuperación no coinciden, o el código ya se ha usado. Comprueba ambos o entra de otra forma.",
  RECOVERY_CODE_MALFORMED: "Un código de recuperación tiene 24 letras y dígitos, en seis grupos de cuatro.",
  RECOVERY_STEP_UP_REFUSED:
    "Ese código no es válido o ya se ha usado, así que no se ha confirmado nada. Prueba con otro de tu lista.",
  RECOVERY_CODES_CONFIRMED:
    "Confirmado. Durante los próximos cinco minutos puedes crear códigos de recuperación pulsando una sola vez. Ten a mano papel o una impresora: se muestran una única vez.",
  RECOVERY_CODES_NEED_PASSKEY:
    "No se ha creado ningún código. Confirma antes con una llave de acceso: tu navegador necesita JavaScript para pedirla.",
  RECOVERY_FILE_REFUSED:
    "Estos no son tus códigos de recuperación actuales, así que no hay archivo. Crea códigos nuevos.",
  EXPORT_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes descargar tus datos pulsando una sola vez.",
  EXPORT_STEP_UP_NEEDED:
    "No se ha descargado nada. Confirma antes que eres tú y pulsa «Descargar» en los cinco minutos siguientes.",
  DELETION_CONFIRMED: "Confirmado. Durante los próximos cinco minutos puedes eliminar tu cuenta pulsando una sola vez.",
  DELETION_ASKED:
    "Tu cuenta está cerrada y se eliminará dentro de siete días. Para conservarla, usa el enlace que te enviamos por correo o inicia sesión.",
  DELETION_NEEDS_PASSKEY:
    "Los administradores deben confirmar la eliminación con una llave de acceso. Pide a otro administrador que restablezca tus llaves de acceso o que elimine tu cuenta.",
  LAST_ADMIN:
    "Eres el único administrador de esta tienda, así que no se ha hecho nada. Nombra antes administrador a otra persona.",
  RECOVERY_LOGIN:
    "Has iniciado sesión y ese código de recuperación ya está usado. Si no puedes leer nuestros correos, añade una llave de acceso y cambia tu dirección de correo antes de quedarte sin códigos.",
  HAD_ACCOUNT: "Ya tenías una cuenta con este correo, así que hemos iniciado tu sesión.",
} satisfies Same<typeof en.feedback>;

export const failures = {
  heading: "No se ha podido mostrar esta página.",
  lead: "Algo ha fallado por nuestra parte. Nada de lo que escribiste se ha enviado dos veces. Inténtalo de nuevo en un momento. Si sigue fallando, vuelve más tarde.",
  retry: "Intentar de nuevo",
  outdatedHeading: "Esta página está desactualizada.",
  outdatedLead:
    "La tienda se actualizó mientras la tenías abierta. No se ha enviado nada. Vuelve a cargar la página e inténtalo de nuevo.",
  unreachedHeading: "No se ha podido contactar con la tienda.",
  unreachedLead:
    "Puede que se haya cortado tu conexión. Vuelve a cargar esta página cuando la recuperes y, antes de repetirlo, comprueba si lo que enviaste ha llegado.",
  reload: "Volver a cargar la página",
  toStorefront: "Ir a la tienda",
  number: "Si nos escribes, menciona el número de error {digest}.",
} satisfies Same<typeof en.failures>;

export const plainPages = {
  toWindow: "Ir a la tienda",
  busy: {
    title: "Un momento, por favor",
    minutes:
      "Ha habido demasiados intentos. Vuelve a intentarlo en {minutes, plural, one {# minuto} other {# minutos}}, a partir de las {time}.",
    hours:
      "Ha habido demasiados intentos. Vuelve a intentarlo en {hours, plural, one {# hora} other {# horas}}, a partir de las {time}.",
    toBag: "Volver a tu bolsa",
    toLogin: "Volver al inicio de sesión",
    toRegistration: "Volver al registro",
    toCode: "Volver a tu código",
    toSessions: "Volver a tus sesiones",
    toPasskeys: "Volver a tus llaves de acceso",
    toRecoveryCodes: "Volver a tus códigos de recuperación",
    toUsername: "Volver a tu nombre de usuario",
    toEmail: "Volver a tu dirección de correo",
    toPhone: "Volver a tu número de teléfono",
    toLanguage: "Volver a tu idioma y zona horaria",
    toOrders: "Volver a tus pedidos",
    toCheckout: "Volver a finalizar la compra",
    toData: "Volver a tus datos",
    toDeletion: "Volver a la eliminación de tu cuenta",
  },
  unavailableTitle: "Volvemos en un momento",
  wrongMethod: {
    title: "Solicitud no admitida",
    sentence: "La tienda no admite solicitudes de este tipo. No se ha cambiado nada.",
  },
  wrongAddress: {
    title: "Página no encontrada",
    sentence: "Esta dirección tiene caracteres que no tiene ninguna página de la tienda. Revísala, o empieza de nuevo.",
  },
  nothingHere: "No hay nada en esta dirección.",
  outdatedForm:
    "La tienda se actualizó mientras tenías abierta esta página, así que no se ha enviado nada. Lo que escribiste sigue aquí: vuelve a enviarlo.",
  tooLargeTitle: "Demasiado largo",
  tooLarge:
    "Es más de lo que admite la tienda, así que no se ha enviado nada. Vuelve atrás, acorta lo que has escrito e inténtalo de nuevo.",
} satisfies Same<typeof en.plainPages>;
